import { createHash } from 'node:crypto';
import type { BusEvent } from '../events/events.ts';
import type { JsonObject, Place } from '../service.ts';
import { domainOf, parseAddress } from './addresses.ts';
import type { EventType } from './definition.ts';
import { type Message, recipientsOf } from './message.ts';
import type { SendEmailInput } from './send-email-input.ts';

/** What is known of one sending besides the message. */
export interface Sending {
  readonly message: Message;
  readonly identityArn: string;
  readonly configurationSetName: string;
  readonly tags: SendEmailInput['EmailTags'];
  /** When the receiving servers answer, in milliseconds since the epoch. */
  readonly answeredAt: number;
}

type Happened = Extract<EventType, 'send' | 'delivery' | 'bounce' | 'complaint'>;

type Answer = 'delivery' | 'bounce' | 'suppressed' | 'complaint';

const names: Record<Happened, { readonly detailType: string; readonly eventType: string }> = {
  send: { detailType: 'Email Sent', eventType: 'Send' },
  delivery: { detailType: 'Email Delivered', eventType: 'Delivery' },
  bounce: { detailType: 'Email Bounced', eventType: 'Bounce' },
  complaint: { detailType: 'Email Complaint Received', eventType: 'Complaint' },
};

/**
 * The events of a sending, of the types wanted: it was sent, and what became of it at each recipient. All
 * mail is delivered, save to the addresses of the mailbox simulator, which also take labels (`bounce+1@…`).
 *
 * "Monitoring SES events using Amazon EventBridge",
 * https://docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html; "Contents of event data",
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html; "Using the mailbox
 * simulator", https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html
 */
export function sendingEvents(sending: Sending, wanted: ReadonlySet<EventType>, place: Place): BusEvent[] {
  const events: [Happened, JsonObject][] = [['send', { send: {} }]];
  for (const recipient of recipientsOf(sending.message)) {
    const { address } = parseAddress(recipient);
    for (const answer of answersOf(address)) events.push(outcome(answer, address, sending));
  }
  const mail = mailObject(sending, place);
  return events
    .filter(([type]) => wanted.has(type))
    .map(([type, specific], index) => busEvent(type, { ...specific, mail }, index, sending, place));
}

function answersOf(address: string): readonly Answer[] {
  if (domainOf(address) !== 'simulator.amazonses.com') return ['delivery'];
  const [user] = address.toLowerCase().split(/[+@]/);
  if (user === 'bounce') return ['bounce'];
  if (user === 'suppressionlist') return ['suppressed'];
  return user === 'complaint' ? ['delivery', 'complaint'] : ['delivery'];
}

function outcome(answer: Answer, emailAddress: string, sending: Sending): [Happened, JsonObject] {
  const timestamp = new Date(sending.answeredAt).toISOString();
  const feedbackId = `${sending.message.id}-feedback`;
  switch (answer) {
    case 'delivery': {
      const processingTimeMillis = sending.answeredAt - sending.message.at;
      const delivery = {
        timestamp,
        processingTimeMillis,
        recipients: [emailAddress],
        smtpResponse,
        reportingMTA,
      };
      return ['delivery', { delivery }];
    }
    case 'complaint': {
      const complaint = {
        feedbackId,
        complaintSubType: null,
        complainedRecipients: [{ emailAddress }],
        timestamp,
        userAgent: 'Amazon SES Mailbox Simulator',
        complaintFeedbackType: 'abuse',
        arrivalDate: timestamp,
      };
      return ['complaint', { complaint }];
    }
    default: {
      const [bounceSubType, diagnosticCode] = bounces[answer];
      const bounce = {
        feedbackId,
        bounceType: 'Permanent',
        bounceSubType,
        bouncedRecipients: [{ emailAddress, action: 'failed', status: '5.1.1', diagnosticCode }],
        timestamp,
        reportingMTA: `dns; ${reportingMTA}`,
      };
      return ['bounce', { bounce }];
    }
  }
}

const smtpResponse = '250 2.0.0 OK';
const reportingMTA = 'simulator.amazonses.com';

const bounces = {
  bounce: ['General', 'smtp; 550 5.1.1 user unknown'],
  suppressed: [
    'Suppressed',
    'Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address.',
  ],
} as const;

function mailObject(sending: Sending, { account }: Place): JsonObject {
  const { message, identityArn, configurationSetName } = sending;
  const tags: Record<string, string[]> = {
    'ses:operation': ['SendEmail'],
    'ses:configuration-set': [configurationSetName],
    'ses:source-ip': ['127.0.0.1'],
    'ses:from-domain': [domainOf(parseAddress(message.from).address)],
  };
  for (const { Name, Value } of sending.tags) tags[Name] = [Value];
  return {
    timestamp: new Date(message.at).toISOString(),
    source: message.from,
    sourceArn: identityArn,
    sendingAccountId: account,
    messageId: message.id,
    destination: recipientsOf(message),
    headersTruncated: false,
    headers: message.headers.map(({ name, value }) => ({ name, value })),
    commonHeaders: {
      from: [message.from],
      to: [...message.to],
      ...(message.cc.length > 0 && { cc: [...message.cc] }),
      messageId: message.id,
      subject: message.subject,
    },
    tags,
  };
}

function busEvent(
  type: Happened,
  detail: JsonObject,
  index: number,
  { message, configurationSetName, answeredAt }: Sending,
  { region, account }: Place,
): BusEvent {
  const { detailType, eventType } = names[type];
  return {
    id: eventId(`${message.id}/${index}`),
    source: 'aws.ses',
    'detail-type': detailType,
    time: new Date(answeredAt).toISOString(),
    resources: [`arn:aws:ses:${region}:${account}:configuration-set/${configurationSetName}`],
    detail: { eventType, ...detail },
  };
}

/** A UUID that is the same whenever the same event is published again. */
function eventId(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
