import { isObject, objects, text } from '../assembly/properties.ts';
import { type Json, type JsonObject, type JsonOperations, type Place, ServiceError } from '../service.ts';
import type { BusEvent, Events } from './events.ts';

/** "Amazon EventBridge quotas": entries of a request, and bytes of them all. */
const mostEntries = 10;
const mostBytes = 256 * 1024;

/**
 * EventBridge's PutEvents on the default bus, over AWS JSON 1.1 (target prefix `AWSEvents`).
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
 */
export function eventsOperations(events: Events, place: Place): JsonOperations {
  const busArn = `arn:aws:events:${place.region}:${place.account}:event-bus/default`;
  return {
    PutEvents: {
      permissions: (input) =>
        entriesOf(input).map((entry) => ({
          action: 'events:PutEvents',
          resource: busArn,
          conditions: {
            'events:source': text(entry, 'Source') ?? '',
            'events:detail-type': text(entry, 'DetailType') ?? '',
          },
        })),
      run: async (input) => {
        const answers = entriesOf(input).map((entry) => put(entry, events, busArn));
        return {
          FailedEntryCount: answers.filter((answer) => 'ErrorCode' in answer).length,
          Entries: answers,
        };
      },
    },
  };
}

function entriesOf(input: JsonObject): readonly JsonObject[] {
  const entries = objects(input, 'Entries');
  if (entries.length < 1 || entries.length > mostEntries) {
    throw new ServiceError('ValidationException', `Entries must have from 1 to ${mostEntries} members.`);
  }
  if (Buffer.byteLength(JSON.stringify(entries)) > mostBytes) {
    throw new ServiceError(
      'ValidationException',
      'Total size of the entries in the request is over the limit.',
    );
  }
  return entries;
}

function put(entry: JsonObject, events: Events, busArn: string): JsonObject {
  const bus = text(entry, 'EventBusName') ?? 'default';
  if (bus !== 'default' && bus !== busArn) return failed('InvalidArgument', `There is no event bus ${bus}.`);
  const source = text(entry, 'Source') ?? '';
  const detailType = text(entry, 'DetailType') ?? '';
  if (source === '' || detailType === '') {
    return failed('InvalidArgument', 'Parameters Source and DetailType are required.');
  }
  if (source.startsWith('aws.'))
    return failed('NotAuthorizedForSourceException', 'Not authorized for the source.');
  const detail = parsed(text(entry, 'Detail') ?? '');
  if (!isObject(detail)) return failed('MalformedDetail', 'Detail is malformed.');
  const resources = Array.isArray(entry.Resources) ? entry.Resources.map(String) : [];
  const event: BusEvent = { source, 'detail-type': detailType, detail, resources, ...timeOf(entry.Time) };
  return { EventId: events.publish(event) };
}

/** Seconds since the epoch, as AWS JSON writes instants. */
function timeOf(time: Json | undefined): { time?: string } {
  return typeof time === 'number' ? { time: new Date(time * 1000).toISOString() } : {};
}

function parsed(detail: string): Json | undefined {
  try {
    return JSON.parse(detail) as Json;
  } catch {
    return undefined;
  }
}

function failed(ErrorCode: string, ErrorMessage: string): JsonObject {
  return { ErrorCode, ErrorMessage };
}
