import { SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import { followClock } from '../../../local/clock.ts';
import { declareDomain, type Mail, startMail } from './mail.ts';

/**
 * "Monitoring SES events using Amazon EventBridge":
 * https://docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html and "Using the mailbox simulator
 * manually".
 */
let mail: Mail;
let setName: string;

beforeEach(async () => {
  mail = await startMail();
  followClock(mail.clock.offset);
  mail.clock.startAt(Date.parse('2022-06-16T07:00:00.000Z'));
  ({ setName } = declareDomain(mail));
});

afterEach(() => mail.close());

const send = async (to: string, changes: Partial<SendEmailCommandInput> = {}) => {
  const { MessageId } = await mail.client.send(
    new SendEmailCommand({
      FromEmailAddress: 'Anslag <noreply@anslag.example>',
      Destination: { ToAddresses: [to] },
      Content: { Simple: { Subject: { Data: 'Decision' }, Body: { Text: { Data: 'Granted.' } } } },
      ...changes,
    }),
  );
  return MessageId;
};

const answered = () => mail.clock.turnTo(mail.clock.now() + 1000);

const happened = () => mail.events.map((event) => event['detail-type']);

test('nothing is known of a message before the receiving server has answered', async () => {
  await send('registrator@korsholm.example');
  await mail.clock.settled();
  expect(mail.events).toEqual([]);
  await answered();
  expect(happened()).toEqual(['Email Sent', 'Email Delivered']);
});

test('a bounce has this form', async () => {
  const messageId = await send('bounce@simulator.amazonses.com', {
    EmailTags: [{ Name: 'case', Value: 'abc' }],
  });
  await answered();
  expect(happened()).toEqual(['Email Sent', 'Email Bounced']);
  expect(mail.events[1]).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    source: 'aws.ses',
    'detail-type': 'Email Bounced',
    time: expect.stringMatching(/^2022-06-16T07:00:/),
    resources: [`arn:aws:ses:eu-north-1:000000000000:configuration-set/${setName}`],
    detail: {
      eventType: 'Bounce',
      bounce: {
        feedbackId: expect.any(String),
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: [
          {
            emailAddress: 'bounce@simulator.amazonses.com',
            action: 'failed',
            status: '5.1.1',
            diagnosticCode: 'smtp; 550 5.1.1 user unknown',
          },
        ],
        timestamp: expect.stringMatching(/^2022-06-16T07:00:/),
        reportingMTA: expect.stringMatching(/^dns; /),
      },
      mail: {
        timestamp: expect.stringMatching(/^2022-06-16T07:00:/),
        source: 'Anslag <noreply@anslag.example>',
        sourceArn: 'arn:aws:ses:eu-north-1:000000000000:identity/anslag.example',
        sendingAccountId: '000000000000',
        messageId,
        destination: ['bounce@simulator.amazonses.com'],
        headersTruncated: false,
        headers: expect.arrayContaining([{ name: 'Subject', value: 'Decision' }]),
        commonHeaders: {
          from: ['Anslag <noreply@anslag.example>'],
          to: ['bounce@simulator.amazonses.com'],
          messageId,
          subject: 'Decision',
        },
        tags: {
          'ses:operation': ['SendEmail'],
          'ses:configuration-set': [setName],
          'ses:source-ip': ['127.0.0.1'],
          'ses:from-domain': ['anslag.example'],
          case: ['abc'],
        },
      },
    },
  });
});

test.each([
  ['success@simulator.amazonses.com', ['Email Sent', 'Email Delivered'], {}],
  ['ooto@simulator.amazonses.com', ['Email Sent', 'Email Delivered'], {}],
  ['bounce+label@simulator.amazonses.com', ['Email Sent', 'Email Bounced'], { bounceSubType: 'General' }],
  [
    'suppressionlist@simulator.amazonses.com',
    ['Email Sent', 'Email Bounced'],
    { bounceSubType: 'Suppressed' },
  ],
  [
    'complaint@simulator.amazonses.com',
    ['Email Sent', 'Email Delivered', 'Email Complaint Received'],
    { complaintFeedbackType: 'abuse' },
  ],
])('mail to %s comes to: %j', async (to, types, particulars) => {
  await send(to);
  await answered();
  expect(happened()).toEqual(types);
  const detail = mail.events.at(-1)?.detail ?? {};
  expect(detail.bounce ?? detail.complaint ?? {}).toMatchObject(particulars);
});

test('every recipient has an outcome of their own', async () => {
  await send('a@x.example', {
    Destination: {
      ToAddresses: ['a@x.example', 'bounce@simulator.amazonses.com'],
      BccAddresses: ['b@x.example'],
    },
  });
  await answered();
  expect(happened().sort()).toEqual(['Email Bounced', 'Email Delivered', 'Email Delivered', 'Email Sent']);
});

test('only what a destination wants is published, and only while it is enabled', async () => {
  const ConfigurationSetName = mail.declare('ConfigurationSet', 'Few');
  const EventBridgeDestination = { EventBusArn: 'arn:aws:events:eu-north-1:000000000000:event-bus/default' };
  mail.declare('ConfigurationSetEventDestination', 'Bounces', {
    ConfigurationSetName,
    EventDestination: { Enabled: true, MatchingEventTypes: ['bounce'], EventBridgeDestination },
  });
  mail.declare('ConfigurationSetEventDestination', 'Off', {
    ConfigurationSetName,
    EventDestination: { Enabled: false, MatchingEventTypes: ['send'], EventBridgeDestination },
  });
  await send('a@x.example', { ConfigurationSetName });
  await send('bounce@simulator.amazonses.com', { ConfigurationSetName });
  await answered();
  expect(happened()).toEqual(['Email Bounced']);
});

test('what became of a message is told even if the process ends before the answer', async () => {
  await send('bounce@simulator.amazonses.com');
  mail.restart();
  await answered();
  expect(mail.events).toEqual([]);
  mail.resume();
  await mail.clock.settled();
  expect(happened()).toEqual(['Email Sent', 'Email Bounced']);
  expect(new Set(mail.events.map(({ id }) => id)).size).toBe(2);
});
