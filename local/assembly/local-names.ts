import type { Json, JsonObject, Place } from '../service.ts';
import { isObject } from './properties.ts';
import type { Stack } from './template.ts';

/**
 * What lets in a distribution's own name, lets in its address on this machine too: in every list of addresses (callback
 * addresses of sign-in, origins of uploads), `https://<alias>…` gets a companion at `http://localhost:<port>`. Single
 * addresses stay as they are, so that what is written into letters and mails is the same on every machine.
 */
export function withLocalNames(stacks: readonly Stack[], place: Place): Stack[] {
  const aliases = stacks.flatMap(aliasesOf);
  const local = localAddress(place);
  const companionOf = (value: Json): Json[] => {
    const alias =
      typeof value === 'string' &&
      aliases.find((name) => value === `https://${name}` || value.startsWith(`https://${name}/`));
    return typeof value === 'string' && alias ? [value.replace(`https://${alias}`, local)] : [];
  };
  const extend = (value: Json): Json => {
    if (Array.isArray(value)) return [...value.map(extend), ...value.flatMap(companionOf)];
    if (!isObject(value)) return value;
    return Object.fromEntries(
      // A function of the template takes its list as it is.
      Object.entries(value).map(([key, member]) => [key, key.startsWith('Fn::') ? member : extend(member)]),
    );
  };
  if (aliases.length === 0) return [...stacks];
  return stacks.map((stack) => {
    const resources = Object.entries(stack.template.Resources ?? {}).map(([id, resource]) => [
      id,
      { ...resource, Properties: extend(resource.Properties ?? {}) as JsonObject },
    ]);
    return { ...stack, template: { ...stack.template, Resources: Object.fromEntries(resources) } };
  });
}

/** Where the assembly's distribution is on this machine. */
function localAddress({ origin }: Place): string {
  return `http://localhost:${new URL(origin).port}`;
}

function aliasesOf({ template }: Stack): string[] {
  return Object.values(template.Resources ?? {}).flatMap(({ Type, Properties }) => {
    const config = Type === 'AWS::CloudFront::Distribution' ? Properties?.DistributionConfig : undefined;
    const aliases = isObject(config) ? config.Aliases : undefined;
    return Array.isArray(aliases) ? aliases.filter((alias) => typeof alias === 'string') : [];
  });
}
