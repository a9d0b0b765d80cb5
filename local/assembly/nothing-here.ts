import type { Declared, Place } from '../service.ts';
import { physicalName } from './physical-name.ts';
import { text } from './properties.ts';

/** A resource that means nothing on one machine: not made, but others may refer to it. */
interface NothingHere {
  readonly reason: string;
  ref?(resource: Declared, place: Place): string;
  /** `Arn`, and whatever else others ask for. */
  attributes?(resource: Declared, place: Place): Readonly<Record<string, string>>;
}

const alarms = 'nobody is on call for one machine';

/** By resource type; their properties are not looked at. */
export const nothingHere: Readonly<Record<string, NothingHere>> = {
  'AWS::CDK::Metadata': { reason: 'it tells AWS which constructs were used' },
  'AWS::CloudFront::CachePolicy': { reason: 'the local distribution caches nothing' },
  'AWS::CloudWatch::Alarm': { reason: alarms, attributes: arn('cloudwatch', 'alarm:', 'AlarmName') },
  'AWS::CloudWatch::CompositeAlarm': { reason: alarms, attributes: arn('cloudwatch', 'alarm:', 'AlarmName') },
  'AWS::CloudWatch::Dashboard': { reason: 'there are no metrics on one machine' },
  'AWS::Logs::LogGroup': {
    reason: 'logs are files here',
    ref: (resource) => text(resource.properties, 'LogGroupName') ?? named(resource, 512),
    attributes: (resource, place) => {
      const name = text(resource.properties, 'LogGroupName') ?? named(resource, 512);
      return { Arn: `arn:aws:logs:${place.region}:${place.account}:log-group:${name}:*` };
    },
  },
  'AWS::Logs::MetricFilter': { reason: 'there are no metrics on one machine' },
  'AWS::Logs::ResourcePolicy': { reason: 'logs are files here' },
  'AWS::SNS::Subscription': { reason: alarms },
  'AWS::SNS::Topic': {
    reason: alarms,
    ref: (resource, place) => topicArn(resource, place),
    attributes: (resource, place) => ({
      TopicArn: topicArn(resource, place),
      TopicName: named(resource, 256),
    }),
  },
  'AWS::SNS::TopicPolicy': { reason: alarms },
  'Custom::LogRetention': { reason: 'logs are files here' },
  'Custom::S3AutoDeleteObjects': { reason: 'the local cloud deletes no stacks' },
};

function arn(service: string, kind: string, nameProperty?: string): NonNullable<NothingHere['attributes']> {
  return (resource, { region, account }) => {
    const given = nameProperty === undefined ? undefined : text(resource.properties, nameProperty);
    return { Arn: `arn:aws:${service}:${region}:${account}:${kind}${given ?? named(resource, 250)}` };
  };
}

function topicArn(resource: Declared, { region, account }: Place): string {
  const name = text(resource.properties, 'TopicName') ?? named(resource, 256);
  return `arn:aws:sns:${region}:${account}:${name}`;
}

function named(resource: Declared, longest: number): string {
  return physicalName(resource, longest);
}
