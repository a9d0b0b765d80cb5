import { isObject } from './properties.ts';
import type { Template, TemplateResource } from './template.ts';

/** Logical ids of the providers that CDK brings along for its own custom resources, functions and roles alike. */
const provider =
  /^(CustomS3AutoDeleteObjectsCustomResourceProvider|BucketNotificationsHandler050a0587b7544547bf325f094a3db834|LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a|CustomCDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C)/;

/** The template without those providers, and without the policies that only their roles have. */
export function withoutCdkMachinery(template: Template): Template {
  const kept = Object.entries(template.Resources ?? {}).filter(
    ([id, resource]) => !provider.test(id) && !layer.test(id) && !isForProvider(resource),
  );
  return {
    ...template,
    Resources: Object.fromEntries(kept.map(([id, resource]) => [id, withoutProvider(resource)])),
  };
}

/** The tool that the provider of bucket deployments runs. */
const layer = /AwsCliLayer[0-9A-F]{8}$/;

/** The token of a custom resource names its provider. */
function withoutProvider(resource: TemplateResource): TemplateResource {
  if (resource.Type !== 'Custom::CDKBucketDeployment') return resource;
  const { ServiceToken: _, ...properties } = resource.Properties ?? {};
  return { ...resource, Properties: properties };
}

function isForProvider({ Type, Properties = {} }: TemplateResource): boolean {
  const roles = Type === 'AWS::IAM::Policy' && Array.isArray(Properties.Roles) ? Properties.Roles : [];
  return roles.length > 0 && roles.every((role) => isObject(role) && provider.test(String(role.Ref)));
}
