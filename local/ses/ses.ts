import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';
import { type Database, inTransaction } from '../database.ts';
import { DurableQueue } from '../durable-queue.ts';
import type { BusEvent } from '../events/events.ts';
import { type Place, ServiceError } from '../service.ts';
import { domainOf, parseAddress } from './addresses.ts';
import type { ConfigurationSet, EventDestination, EventType, Identity } from './definition.ts';
import { handleMail } from './mail-pages.ts';
import { Mailbox } from './mailbox.ts';
import { type Message, messageOf } from './message.ts';
import type { SendEmailInput } from './send-email-input.ts';
import { sendingEvents } from './sending-events.ts';

interface SesOptions {
  readonly clock: Clock;
  readonly database: Database;
  readonly place: Place;
  readonly publish: (event: BusEvent) => void;
}

/** How long the receiving servers take to answer, in milliseconds of the cloud's clock. */
const answerTime = 1000;

/**
 * Amazon SES as far as sending goes: messages by verified identities are accepted, kept in the mailbox, and
 * their events published once a second of the cloud's clock has passed, as if a receiving server had
 * answered. Nothing leaves the machine. The account is out of the sandbox.
 */
export class Ses {
  readonly mailbox: Mailbox;
  readonly #clock: Clock;
  readonly #database: Database;
  readonly #place: Place;
  readonly #identities = new Map<string, Identity>();
  readonly #sets = new Map<string, ConfigurationSet>();
  #throttled = 0;
  readonly #answers: DurableQueue<readonly BusEvent[]>;

  constructor({ clock, database, place, publish }: SesOptions) {
    this.#clock = clock;
    this.#database = database;
    this.#place = place;
    this.mailbox = new Mailbox(database);
    this.#answers = new DurableQueue({
      clock,
      database,
      name: 'ses',
      attempt: async ({ item, since }) => {
        if (clock.now() < since + answerTime) return { again: since + answerTime };
        for (const event of item) publish(event);
        return 'done';
      },
    });
  }

  /** Begins to publish events, also those due since before a restart. */
  resume(): void {
    this.#answers.resume();
  }

  close(): void {
    this.#answers.close();
  }

  putIdentity(identity: Identity): void {
    this.#identities.set(identity.name.toLowerCase(), identity);
  }

  putConfigurationSet(name: string, sendingEnabled: boolean): void {
    this.#sets.set(name, { name, sendingEnabled, destinations: new Map() });
  }

  putEventDestination(setName: string, name: string, destination: EventDestination): void {
    this.#set(setName).destinations.set(name, destination);
  }

  /**
   * The identity that a sender's address falls under: the address itself before its domain, that before the
   * domain above it. "Verified identities in Amazon SES":
   * https://docs.aws.amazon.com/ses/latest/dg/verify-addresses-and-domains.html
   */
  identityOf(address: string): Identity | undefined {
    const own = this.#identities.get(address.toLowerCase());
    if (own) return own;
    for (let domain = domainOf(address); domain !== ''; domain = domain.split('.').slice(1).join('.')) {
      const identity = this.#identities.get(domain);
      if (identity) return identity;
    }
    return undefined;
  }

  /** The configuration set of the request, or of the sender's identity; undefined if neither names one. */
  configurationSetNameOf(input: SendEmailInput, sender: string): string | undefined {
    return input.ConfigurationSetName ?? this.identityOf(sender)?.configurationSetName;
  }

  /** Refuses the next so many requests as SES does above an account's sending rate; for tests of who sends. */
  throttle(requests: number): void {
    this.#throttled = requests;
  }

  /** Accepts a message and gives its id, or throws SES's refusal and keeps nothing. */
  async send(input: SendEmailInput): Promise<string> {
    if (this.#throttled > 0) {
      this.#throttled -= 1;
      throw new ServiceError('TooManyRequestsException', 'Maximum sending rate exceeded.', 429);
    }
    const at = this.#clock.now();
    const message = await messageOf(input, { id: messageId(at), at, region: this.#place.region });
    const sender = parseAddress(message.from).address;
    this.#checkVerified([sender, input.FeedbackForwardingEmailAddress]);
    const setName = this.configurationSetNameOf(input, sender);
    const set = setName === undefined ? undefined : this.#set(setName);
    if (set && !set.sendingEnabled) {
      throw new ServiceError(
        'SendingPausedException',
        `Sending is paused for configuration set <${set.name}>.`,
      );
    }
    const events = set ? this.#eventsOf(message, sender, set, input) : [];
    inTransaction(this.#database, () => {
      this.mailbox.add(message);
      if (events.length > 0) this.#answers.add(events);
    });
    return message.id;
  }

  /** Serves the mailbox under `/_local/mail` and `/_mail`. */
  handleMail(request: IncomingMessage, response: ServerResponse): Promise<void> {
    return handleMail(this.mailbox, request, response);
  }

  /** SES's words are from "Amazon SES email sending errors". */
  #checkVerified(addresses: readonly (string | undefined)[]): void {
    const failed = addresses.filter(
      (address) => address !== undefined && !this.identityOf(parseAddress(address).address),
    );
    if (failed.length === 0) return;
    const region = this.#place.region.toUpperCase();
    const message = `Email address is not verified. The following identities failed the check in region ${region}: ${failed.join(', ')}`;
    throw new ServiceError('MessageRejected', message);
  }

  #eventsOf(message: Message, sender: string, set: ConfigurationSet, input: SendEmailInput): BusEvent[] {
    const { region, account } = this.#place;
    const enabled = [...set.destinations.values()].filter((destination) => destination.enabled);
    const wanted = new Set<EventType>(enabled.flatMap(({ types }) => types));
    const identity = this.identityOf(sender)?.name ?? sender;
    const sending = {
      message,
      identityArn: `arn:aws:ses:${region}:${account}:identity/${identity}`,
      configurationSetName: set.name,
      tags: input.EmailTags,
      answeredAt: message.at + answerTime,
    };
    return sendingEvents(sending, wanted, this.#place);
  }

  #set(name: string): ConfigurationSet {
    const set = this.#sets.get(name);
    if (!set) throw new ServiceError('NotFoundException', `Configuration set <${name}> does not exist.`, 404);
    return set;
  }
}

/** In the form of SES's ids: the time in hexadecimal, a UUID, and a counter that is always zero. */
function messageId(now: number): string {
  return `0110${now.toString(16).padStart(12, '0')}-${randomUUID()}-000000`;
}
