import { Refused } from '../../../local/assembly/properties.ts';
import type { JsonObject } from '../../../local/service.ts';
import { type Mail, startMail } from './mail.ts';

let mail: Mail;

beforeAll(async () => {
  mail = await startMail();
  mail.declare('ConfigurationSet', 'Mails', { Name: 'mails' });
});

afterAll(() => mail.close());

test('references are names, made of stack and logical id where the template gives none', () => {
  expect(mail.declare('ConfigurationSet', 'Other')).toBe('Test-Other');
  expect(mail.declare('ConfigurationSet', 'Mails', { Name: 'mails' })).toBe('mails');
  expect(mail.declare('EmailIdentity', 'Domain', { EmailIdentity: 'anslag.example' })).toBe('anslag.example');
});

const destination = (changes: JsonObject) => ({
  ConfigurationSetName: 'mails',
  EventDestination: {
    MatchingEventTypes: ['bounce'],
    EventBridgeDestination: { EventBusArn: 'arn:aws:events:eu-north-1:000000000000:event-bus/default' },
    ...changes,
  },
});

test.each<[string, JsonObject]>([
  [
    'another bus',
    { EventBridgeDestination: { EventBusArn: 'arn:aws:events:eu-north-1:000000000000:event-bus/x' } },
  ],
  ['an SNS topic', { SnsDestination: { TopicARN: 'arn:aws:sns:eu-north-1:000000000000:x' } }],
  ['an event that does not exist', { MatchingEventTypes: ['read'] }],
])('events to %s are refused', (_, changes) => {
  expect(() => mail.declare('ConfigurationSetEventDestination', 'Odd', destination(changes))).toThrow(
    Refused,
  );
});

test('an identity with an unknown attribute is refused', () => {
  const properties = { EmailIdentity: 'a.example', ConfigurationSetAttributes: { Name: 'mails' } };
  expect(() => mail.declare('EmailIdentity', 'Odd', properties)).toThrow(Refused);
});
