import type { ResourceKind } from '../service.ts';
import { referencesOf } from './intrinsics.ts';
import { nothingHere } from './nothing-here.ts';
import type { Problem } from './problem.ts';
import type { Stack, TemplateResource } from './template.ts';

/** Everything in a stack that the local cloud does not know: types, properties, functions and names. */
export function problemsOf(stack: Stack, kinds: ReadonlyMap<string, ResourceKind>): Problem[] {
  const { Resources = {}, Parameters = {}, Outputs = {} } = stack.template;
  const known = (name: string) => name in Resources || name in Parameters || name.startsWith('AWS::');
  const ofResources = Object.entries(Resources).flatMap(([logicalId, resource]) =>
    messagesOf(resource, kinds, known).map((message) => problemAt(stack, logicalId, message)),
  );
  const ofOutputs = Object.entries(Outputs).flatMap(([name, { Value, Export }]) =>
    unresolvable({ Value, ...Export }, known).map((message) => ({
      stack: stack.name,
      message: `Outputs.${name}: ${message}`,
    })),
  );
  return [...ofResources, ...ofOutputs];
}

/** A problem with where it stands. */
export function problemAt({ name, constructs }: Stack, logicalId: string, message: string): Problem {
  const construct = constructs.get(logicalId);
  return { stack: name, logicalId, message, ...(construct !== undefined && { construct }) };
}

function messagesOf(
  { Type, Properties = {} }: TemplateResource,
  kinds: ReadonlyMap<string, ResourceKind>,
  known: (name: string) => boolean,
): string[] {
  const kind = kinds.get(Type);
  if (!kind) return Type in nothingHere ? [] : [`the local cloud does not know the resource type ${Type}`];
  const unknown = Object.keys(Properties).filter(
    (name) => !kind.supported.includes(name) && !(name in kind.ignored),
  );
  return [
    ...unknown.map((name) => `the local cloud does not know the property ${name} of ${Type}`),
    ...Object.entries(Properties).flatMap(([name, value]) =>
      unresolvable(value, known).map((message) => `${name}: ${message}`),
    ),
  ];
}

function unresolvable(value: Parameters<typeof referencesOf>[0], known: (name: string) => boolean): string[] {
  const { names, unknown } = referencesOf(value);
  return [...unknown, ...[...names].filter((name) => !known(name)).map((name) => `there is no ${name}`)];
}
