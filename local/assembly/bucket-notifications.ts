import type { Json, JsonObject } from '../service.ts';
import { isObject, Refused } from './properties.ts';
import type { Template, TemplateResource } from './template.ts';

const custom = 'Custom::S3BucketNotifications';

/**
 * CDK switches a bucket's events on by a custom resource that calls S3 while deploying. Here the bucket has them as
 * its own property NotificationConfiguration, which comes to the same; only those to EventBridge are supported.
 */
export function withBucketNotifications(template: Template): Template {
  const resources = Object.entries(template.Resources ?? {});
  const added = new Map(
    resources
      .filter(([, { Type }]) => Type === custom)
      .map(([, { Properties = {} }]) => [bucketOf(Properties), configurationOf(Properties)]),
  );
  const others = resources.filter(([, { Type }]) => Type !== custom);
  return {
    ...template,
    Resources: Object.fromEntries(
      others.map(([id, resource]) => [id, withConfiguration(resource, added.get(id))]),
    ),
  };
}

function withConfiguration(
  resource: TemplateResource,
  configuration: JsonObject | undefined,
): TemplateResource {
  if (!configuration) return resource;
  return { ...resource, Properties: { ...resource.Properties, NotificationConfiguration: configuration } };
}

function bucketOf({ BucketName }: JsonObject): string {
  const reference = isObject(BucketName) ? BucketName.Ref : undefined;
  if (typeof reference !== 'string') throw new Refused(`${custom}: the bucket must be in the same stack`);
  return reference;
}

function configurationOf({ NotificationConfiguration }: JsonObject): JsonObject {
  const given = isObject(NotificationConfiguration) ? NotificationConfiguration : {};
  const others = Object.entries(given).filter(([name, value]) => name !== eventBridge && !isEmpty(value));
  if (others.length > 0 || given[eventBridge] === undefined) {
    throw new Refused(`${custom}: the local cloud sends a bucket's events to EventBridge only`);
  }
  return { [eventBridge]: { EventBridgeEnabled: true } };
}

const eventBridge = 'EventBridgeConfiguration';

function isEmpty(value: Json): boolean {
  return Array.isArray(value) && value.length === 0;
}
