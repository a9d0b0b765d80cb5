import type { Json, JsonObject } from '../service.ts';
import { isObject, Refused } from './properties.ts';

/** What intrinsic functions refer to. Each refuses (`Refused`) a name it does not know. */
export interface Scope {
  /** A parameter, pseudo parameter or resource. */
  ref(name: string): Json;
  attribute(logicalId: string, name: string): Json;
  mapping(map: string, first: string, second: string): Json;
  imported(name: string): Json;
}

/** A function of a template: from its operand, not yet resolved. */
type Intrinsic = (operand: Json, resolve: (value: Json) => Json, scope: Scope) => Json;

/**
 * A value of a template with all its intrinsic functions replaced by what they give.
 *
 * "Intrinsic function reference", AWS CloudFormation Template Reference.
 */
export function resolveIntrinsics(value: Json, scope: Scope): Json {
  const resolve = (one: Json): Json => {
    if (Array.isArray(one)) return one.map(resolve);
    if (!isObject(one)) return one;
    const called = callOf(one);
    if (called) return called.intrinsic(called.operand, resolve, scope);
    return Object.fromEntries(Object.entries(one).map(([key, member]) => [key, resolve(member)]));
  };
  return resolve(value);
}

/** The names that a value refers to, and what in it the local cloud does not know. */
interface References {
  readonly names: ReadonlySet<string>;
  readonly unknown: readonly string[];
}

/** Looks through a value of a template without resolving it. */
export function referencesOf(value: Json): References {
  const names = new Set<string>();
  const unknown: string[] = [];
  const look = (one: Json): void => {
    if (typeof one === 'string' && one.includes('{{resolve:')) unknown.push(`dynamic reference ${one}`);
    if (Array.isArray(one)) one.forEach(look);
    if (!isObject(one)) return;
    try {
      for (const name of namesIn(one)) names.add(name);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      unknown.push(error.message);
    }
    Object.values(one).forEach(look);
  };
  look(value);
  return { names, unknown };
}

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (operand, _resolve, scope) => scope.ref(string(operand)),
  'Fn::GetAtt': (operand, resolve, scope) => {
    const [logicalId, ...attribute] =
      typeof operand === 'string' ? operand.split('.') : list(operand).map(resolve);
    return scope.attribute(string(logicalId), attribute.map(string).join('.'));
  },
  'Fn::Join': (operand, resolve) => {
    const [separator, parts] = list(operand);
    return list(resolve(parts ?? null))
      .map(string)
      .join(string(separator));
  },
  'Fn::Sub': (operand, resolve, scope) => {
    const [template, given = {}] = Array.isArray(operand) ? operand : [operand];
    const variables = isObject(given) ? given : {};
    return string(template).replace(placeholder, (_whole, name: string) => {
      if (name.startsWith('!')) return `\${${name.slice(1)}}`;
      const [logicalId = '', ...attribute] = name.trim().split('.');
      const own = variables[name.trim()];
      if (own !== undefined) return string(resolve(own));
      return string(
        attribute.length > 0 ? scope.attribute(logicalId, attribute.join('.')) : scope.ref(logicalId),
      );
    });
  },
  'Fn::Select': (operand, resolve) => {
    const [index, from] = list(operand);
    const chosen = list(resolve(from ?? null))[Number(resolve(index ?? null))];
    if (chosen === undefined) throw new Refused(`Fn::Select has no element ${JSON.stringify(index)}`);
    return chosen;
  },
  'Fn::Split': (operand, resolve) => {
    const [separator, from] = list(operand);
    return string(resolve(from ?? null)).split(string(separator));
  },
  'Fn::FindInMap': (operand, resolve, scope) => {
    const [map, first, second] = list(operand).map(resolve).map(string);
    return scope.mapping(map ?? '', first ?? '', second ?? '');
  },
  'Fn::ImportValue': (operand, resolve, scope) => scope.imported(string(resolve(operand))),
  'Fn::Base64': (operand, resolve) => Buffer.from(string(resolve(operand))).toString('base64'),
};

const placeholder = /\$\{([^}]+)\}/g;

/** The function that an object stands for, if it stands for one: it then has no other member. */
function callOf(value: JsonObject): { intrinsic: Intrinsic; operand: Json } | undefined {
  const [[name, operand] = ['', null], ...more] = Object.entries(value);
  if (more.length > 0 || !(name === 'Ref' || name.startsWith('Fn::'))) return undefined;
  const intrinsic = intrinsics[name];
  if (!intrinsic) throw new Refused(`the local cloud does not know the intrinsic function ${name}`);
  return { intrinsic, operand };
}

function namesIn(value: JsonObject): string[] {
  if (!callOf(value)) return [];
  const attribute = value['Fn::GetAtt'];
  const sub = value['Fn::Sub'];
  if (value.Ref !== undefined) return [string(value.Ref)];
  if (attribute !== undefined) {
    return [string(typeof attribute === 'string' ? attribute.split('.')[0] : list(attribute)[0])];
  }
  if (sub === undefined) return [];
  const [template, given = {}] = Array.isArray(sub) ? sub : [sub];
  const own = isObject(given) ? Object.keys(given) : [];
  return [...string(template).matchAll(placeholder)]
    .map(([, name = '']) => name.trim())
    .filter((name) => !name.startsWith('!') && !own.includes(name))
    .map((name) => name.split('.')[0] ?? '');
}

function list(value: Json | undefined): Json[] {
  if (Array.isArray(value)) return value;
  throw new Refused(`an intrinsic function takes a list, not ${JSON.stringify(value)}`);
}

function string(value: Json | undefined): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new Refused(`an intrinsic function takes a string, not ${JSON.stringify(value)}`);
}
