/** An address or a domain that may send; what the template declares counts as verified. */
export interface Identity {
  readonly name: string;
  /** Used for messages that name no configuration set themselves. */
  readonly configurationSetName?: string | undefined;
}

/** What a template says of a configuration set. */
export interface ConfigurationSet {
  readonly name: string;
  readonly sendingEnabled: boolean;
  /** By name. */
  readonly destinations: Map<string, EventDestination>;
}

/** Events of these types go to the default bus of EventBridge. */
export interface EventDestination {
  readonly enabled: boolean;
  readonly types: readonly EventType[];
}

/** `MatchingEventTypes` as CloudFormation spells them. */
export const eventTypes = [
  'send',
  'reject',
  'bounce',
  'complaint',
  'delivery',
  'open',
  'click',
  'renderingFailure',
  'deliveryDelay',
  'subscription',
] as const;

/** One of `eventTypes`; those that come of templates, tracking and delays never happen here. */
export type EventType = (typeof eventTypes)[number];
