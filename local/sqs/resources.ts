import type { Access } from '../access/access.ts';
import { physicalName } from '../assembly/physical-name.ts';
import { flag, number, Refused, text } from '../assembly/properties.ts';
import type { Declared, Json, Place, ResourceKind } from '../service.ts';
import type { Queue, Queues } from './queues.ts';

const longestName = 80;

/** AWS::SQS::Queue, standard queues only, and AWS::SQS::QueuePolicy. */
export function sqsKinds(
  queues: Queues,
  access: Pick<Access, 'putResourcePolicy'>,
  place: Place,
): readonly ResourceKind[] {
  const queueOf = (resource: Declared): Queue => {
    const { properties } = resource;
    const name = text(properties, 'QueueName') ?? physicalName(resource, longestName);
    return {
      name,
      arn: `arn:aws:sqs:${place.region}:${place.account}:${name}`,
      url: `${place.origin}/${place.account}/${name}`,
      visibilityTimeout: number(properties, 'VisibilityTimeout') ?? 30,
      retention: number(properties, 'MessageRetentionPeriod') ?? 345_600,
      delay: number(properties, 'DelaySeconds') ?? 0,
      receiveWait: number(properties, 'ReceiveMessageWaitTimeSeconds') ?? 0,
      maximumMessageSize: number(properties, 'MaximumMessageSize') ?? 262_144,
    };
  };
  const oneMachine = 'there is no key management on one machine';
  return [
    {
      type: 'AWS::SQS::Queue',
      supported: [
        'QueueName',
        'VisibilityTimeout',
        'MessageRetentionPeriod',
        'DelaySeconds',
        'ReceiveMessageWaitTimeSeconds',
        'MaximumMessageSize',
        'FifoQueue',
      ],
      ignored: {
        KmsMasterKeyId: oneMachine,
        KmsDataKeyReusePeriodSeconds: oneMachine,
        SqsManagedSseEnabled: oneMachine,
        RedriveAllowPolicy: 'no queue here moves messages to another by itself',
        Tags: 'tags change nothing that runs',
      },
      ref: (resource) => queueOf(resource).url,
      attributes: (resource) => {
        const { arn, name, url } = queueOf(resource);
        return { Arn: arn, QueueName: name, QueueUrl: url };
      },
      create(resource) {
        if (flag(resource.properties, 'FifoQueue')) {
          throw new Refused('FifoQueue: the local cloud has standard queues only');
        }
        queues.define(queueOf(resource));
      },
    },
    {
      type: 'AWS::SQS::QueuePolicy',
      supported: ['Queues', 'PolicyDocument'],
      ignored: {},
      ref: (resource) => physicalName(resource, 128),
      attributes: () => ({}),
      create({ properties }) {
        for (const url of urls(properties.Queues)) {
          const queue = queues.list().find((candidate) => candidate.url === url);
          if (!queue) throw new Refused(`Queues: there is no queue ${url}`);
          access.putResourcePolicy(queue.arn, properties.PolicyDocument ?? {});
        }
      },
    },
  ];
}

function urls(value: Json | undefined): string[] {
  if (!Array.isArray(value)) throw new Refused('Queues must be a list of queue URLs');
  return value.map(String);
}
