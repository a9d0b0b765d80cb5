import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { Access } from '../../../local/access/access.ts';
import { Clock } from '../../../local/clock.ts';
import { type Database, openDatabase } from '../../../local/database.ts';
import type { BusEvent } from '../../../local/events/events.ts';
import { jsonService } from '../../../local/json-service.ts';
import type { Declared, JsonObject, Place, Service } from '../../../local/service.ts';
import { sesOperations, sesRoutes } from '../../../local/ses/operations.ts';
import { sesKinds } from '../../../local/ses/resources.ts';
import { Ses } from '../../../local/ses/ses.ts';

/** SES on a port of its own, with AWS's client for it, behind signatures and permissions as in the cloud. */
export interface Mail {
  readonly origin: string;
  readonly clock: Clock;
  readonly place: Place;
  readonly access: Access;
  /** The developer's. */
  readonly client: SESv2Client;
  /** Everything that was published on the bus. */
  readonly events: BusEvent[];
  clientOf(credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string }): SESv2Client;
  /** Gives what `Ref` would. */
  declare(type: string, logicalId: string, properties?: JsonObject): string;
  /** Another process on the same directory; it publishes nothing until `resume`. */
  restart(): void;
  resume(): void;
  get(path: string): Promise<Response>;
  close(): Promise<void>;
}

export async function startMail(): Promise<Mail> {
  const directory = mkdtempSync(join(tmpdir(), 'ses-'));
  const clock = new Clock();
  const events: BusEvent[] = [];
  const server = createServer((request, response) => {
    // AWS's clients correct their own clock by this header, which Node would fill in with real time.
    response.setHeader('date', new Date(clock.now()).toUTCString());
    const isMailbox = request.url?.startsWith('/_');
    void (isMailbox ? running.ses.handleMail(request, response) : running.service.handle(request, response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const place = { account: '000000000000', region: 'eu-north-1', origin };
  const access = new Access(place);

  const start = (): { database: Database; ses: Ses; service: Service } => {
    const database = openDatabase(directory);
    const ses = new Ses({ clock, database, place, publish: (event) => events.push(event) });
    const operations = sesOperations(ses, place);
    const protocol = { routes: sesRoutes };
    return {
      database,
      ses,
      service: jsonService({ signingName: 'ses', protocol, operations, access, clock }),
    };
  };
  let running = start();
  running.ses.resume();

  const kindOf = (type: string) => {
    const kind = sesKinds(running.ses, place).find((each) => each.type === `AWS::SES::${type}`);
    if (!kind) throw new Error(`no kind ${type}`);
    return kind;
  };
  const clientOf: Mail['clientOf'] = (credentials) =>
    new SESv2Client({ endpoint: origin, region: place.region, credentials, maxAttempts: 1 });

  return {
    origin,
    clock,
    place,
    access,
    client: clientOf({ accessKeyId: 'local', secretAccessKey: 'local' }),
    events,
    clientOf,
    declare(type, logicalId, properties = {}) {
      const resource: Declared = { stack: 'Test', logicalId, properties };
      void kindOf(type).create(resource);
      return kindOf(type).ref(resource);
    },
    restart() {
      running.ses.close();
      running.database.close();
      running = start();
    },
    resume: () => running.ses.resume(),
    get: (path) => fetch(`${origin}${path}`),
    async close() {
      running.ses.close();
      clock.stop();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      running.database.close();
      rmSync(directory, { recursive: true });
    },
  };
}

/** What the template of a test usually has: the domain that sends, with a set that reports everything. */
export function declareDomain(mail: Mail): { setName: string } {
  const setName = mail.declare('ConfigurationSet', 'Mails');
  mail.declare('ConfigurationSetEventDestination', 'MailEvents', {
    ConfigurationSetName: setName,
    EventDestination: {
      Enabled: true,
      MatchingEventTypes: ['send', 'delivery', 'bounce', 'complaint'],
      EventBridgeDestination: { EventBusArn: 'arn:aws:events:eu-north-1:000000000000:event-bus/default' },
    },
  });
  mail.declare('EmailIdentity', 'Domain', {
    EmailIdentity: 'anslag.example',
    ConfigurationSetAttributes: { ConfigurationSetName: setName },
  });
  return { setName };
}
