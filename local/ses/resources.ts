import * as z from 'zod';
import { physicalName } from '../assembly/physical-name.ts';
import { Refused } from '../assembly/properties.ts';
import { readProperties } from '../assembly/read-properties.ts';
import type { Declared, Place, ResourceKind } from '../service.ts';
import { eventTypes } from './definition.ts';
import type { Ses } from './ses.ts';

/**
 * How the local cloud makes what sending needs.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/AWS_SES.html
 */
export function sesKinds(ses: Ses, place: Place): ResourceKind[] {
  return [configurationSetKind(ses), eventDestinationKind(ses, place), identityKind(ses)];
}

const noDelivery = 'nothing leaves this machine';

const Identity = z.object({
  EmailIdentity: z.string(),
  ConfigurationSetAttributes: z.strictObject({ ConfigurationSetName: z.string() }).optional(),
});

function identityKind(ses: Ses): ResourceKind {
  return {
    type: 'AWS::SES::EmailIdentity',
    supported: Object.keys(Identity.shape),
    ignored: {
      DkimAttributes: noDelivery,
      DkimSigningAttributes: noDelivery,
      FeedbackAttributes: noDelivery,
      MailFromAttributes: noDelivery,
      Tags: 'nothing is billed or searched by tag here',
    },
    ref: (resource) => readProperties(Identity, resource).EmailIdentity,
    attributes: (resource) => dkimRecords(readProperties(Identity, resource).EmailIdentity),
    create(resource) {
      const { EmailIdentity, ConfigurationSetAttributes } = readProperties(Identity, resource);
      ses.putIdentity({
        name: EmailIdentity,
        configurationSetName: ConfigurationSetAttributes?.ConfigurationSetName,
      });
    },
  };
}

/**
 * The three records a domain's owner would publish; here they only have the form, for nobody looks them up.
 */
function dkimRecords(domain: string): Record<string, string> {
  const records = [1, 2, 3].flatMap((number) => [
    [`DkimDNSTokenName${number}`, `local${number}._domainkey.${domain}`],
    [`DkimDNSTokenValue${number}`, `local${number}.dkim.amazonses.com`],
  ]);
  return Object.fromEntries(records);
}

const ConfigurationSet = z.object({
  Name: z.string().optional(),
  SendingOptions: z.strictObject({ SendingEnabled: z.boolean().default(true) }).prefault({}),
});

function configurationSetKind(ses: Ses): ResourceKind {
  const nameOf = (resource: Declared) =>
    readProperties(ConfigurationSet, resource).Name ?? physicalName(resource, 64);
  return {
    type: 'AWS::SES::ConfigurationSet',
    supported: Object.keys(ConfigurationSet.shape),
    ignored: {
      DeliveryOptions: noDelivery,
      ReputationOptions: noDelivery,
      SuppressionOptions: 'only the mailbox simulator has a suppression list here',
      Tags: 'nothing is billed or searched by tag here',
      VdmOptions: noDelivery,
    },
    ref: nameOf,
    attributes: () => ({}),
    create(resource) {
      const { SendingOptions } = readProperties(ConfigurationSet, resource);
      ses.putConfigurationSet(nameOf(resource), SendingOptions.SendingEnabled);
    },
  };
}

const Destination = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.strictObject({
    Name: z.string().optional(),
    Enabled: z.boolean().default(false),
    MatchingEventTypes: z.array(z.enum(eventTypes)).min(1),
    EventBridgeDestination: z.strictObject({ EventBusArn: z.string() }),
  }),
});

function eventDestinationKind(ses: Ses, place: Place): ResourceKind {
  const defaultBus = `arn:aws:events:${place.region}:${place.account}:event-bus/default`;
  return {
    type: 'AWS::SES::ConfigurationSetEventDestination',
    supported: Object.keys(Destination.shape),
    ignored: {},
    ref: (resource) => physicalName(resource, 64),
    attributes: (resource) => ({ Id: physicalName(resource, 64) }),
    create(resource) {
      const { ConfigurationSetName, EventDestination } = readProperties(Destination, resource);
      const { Enabled, MatchingEventTypes, EventBridgeDestination } = EventDestination;
      if (EventBridgeDestination.EventBusArn !== defaultBus) {
        throw new Refused(`EventBusArn: SES sends events to the default bus only, ${defaultBus}`);
      }
      const destination = { enabled: Enabled, types: MatchingEventTypes };
      ses.putEventDestination(ConfigurationSetName, physicalName(resource, 64), destination);
    },
  };
}
