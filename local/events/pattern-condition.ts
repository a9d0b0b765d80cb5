import { BlockList, isIP } from 'node:net';
import { isObject, Refused } from '../assembly/properties.ts';
import type { Json, JsonObject } from '../service.ts';

type Test = (leaf: Json) => boolean;

/** One value of a pattern: a test of the field's values, or that the field has none. */
export type Condition = { readonly kind: 'present'; readonly matches: Test } | { readonly kind: 'absent' };

/** Compiles one element of a pattern's list; an operator EventBridge does not have is `Refused`. */
export function compileCondition(condition: Json, path: string): Condition {
  if (!isObject(condition)) return present(equals(scalar(condition, path)));
  const [[name, value], ...more] = Object.entries(condition) as [[string, Json], ...[string, Json][]];
  if (more.length > 0) throw new Refused(`${path}: one operator in each object`);
  if (name === 'exists') {
    if (typeof value !== 'boolean') throw new Refused(`${path}: exists takes true or false`);
    return value ? present(() => true) : { kind: 'absent' };
  }
  const compile = operators[name];
  if (!compile) throw new Refused(`${path}: EventBridge has no operator ${name}`);
  return present(compile(value, path));
}

const operators: Readonly<Record<string, (value: Json, path: string) => Test>> = {
  prefix: (value, path) => edge(value, path, (text, part) => text.startsWith(part)),
  suffix: (value, path) => edge(value, path, (text, part) => text.endsWith(part)),
  'equals-ignore-case': (value, path) => ignoringCase(string(value, path), (text, part) => text === part),
  wildcard: (value, path) => wildcard(string(value, path), path),
  numeric: (value, path) => numeric(value, path),
  cidr: (value, path) => cidr(string(value, path), path),
  'anything-but': (value, path) => anythingBut(value, path),
};

function present(matches: Test): Condition {
  return { kind: 'present', matches };
}

function equals(wanted: Json): Test {
  return (leaf) => leaf === wanted;
}

function onText(test: (text: string) => boolean): Test {
  return (leaf) => typeof leaf === 'string' && test(leaf);
}

function ignoringCase(part: string, compare: (text: string, part: string) => boolean): Test {
  const lower = part.toLowerCase();
  return onText((text) => compare(text.toLowerCase(), lower));
}

function edge(value: Json, path: string, compare: (text: string, part: string) => boolean): Test {
  if (isObject(value)) {
    const part = value['equals-ignore-case'];
    if (Object.keys(value).length !== 1) throw new Refused(`${path}: a string or equals-ignore-case`);
    return ignoringCase(string(part, path), compare);
  }
  const part = string(value, path);
  return onText((text) => compare(text, part));
}

/** `*` is any text; `\*` and `\\` stand for themselves. */
function wildcard(pattern: string, path: string): Test {
  const pieces = pattern.match(/\\[\s\S]?|\*|[^\\*]+/g) ?? [];
  const source = pieces.map((piece, index) => {
    if (piece === '*') {
      if (pieces[index + 1] === '*') throw new Refused(`${path}: consecutive wildcards`);
      return '[\\s\\S]*';
    }
    if (piece.startsWith('\\') && piece !== '\\*' && piece !== '\\\\') {
      throw new Refused(`${path}: a backslash escapes only * and \\`);
    }
    return literally(piece.startsWith('\\') ? piece.slice(1) : piece);
  });
  const whole = new RegExp(`^${source.join('')}$`);
  return onText((text) => whole.test(text));
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

const comparisons: Readonly<Record<string, (leaf: number, bound: number) => boolean>> = {
  '=': (leaf, bound) => leaf === bound,
  '<': (leaf, bound) => leaf < bound,
  '<=': (leaf, bound) => leaf <= bound,
  '>': (leaf, bound) => leaf > bound,
  '>=': (leaf, bound) => leaf >= bound,
};
const largestNumber = 5e9;

/** One comparison, or a lower and an upper bound. */
function numeric(value: Json, path: string): Test {
  if (!Array.isArray(value)) throw new Refused(`${path}: numeric takes a list`);
  const operator = (at: number) => String(value[at]);
  const shape = value.length === 2 ? operator(0) : `${operator(0)} ${operator(2)}`;
  if (!/^(=|<=?|>=?|>=? <=?)$/.test(shape) || (value.length !== 2 && value.length !== 4)) {
    throw new Refused(`${path}: numeric takes one comparison or a range`);
  }
  const tests = value.flatMap((bound, index) => {
    if (index % 2 === 0) return [];
    if (typeof bound !== 'number' || Math.abs(bound) > largestNumber) {
      throw new Refused(`${path}: numeric takes numbers from -5e9 to 5e9`);
    }
    const compare = comparisons[operator(index - 1)] ?? comparisons['='];
    return [(leaf: number) => compare?.(leaf, bound) === true];
  });
  return (leaf) => typeof leaf === 'number' && tests.every((test) => test(leaf));
}

function cidr(block: string, path: string): Test {
  const [address = '', bits = ''] = block.split('/');
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  const longest = family === 'ipv6' ? 128 : 32;
  if (isIP(address) === 0 || !/^\d+$/.test(bits) || Number(bits) > longest) {
    throw new Refused(`${path}: cidr takes an address block such as 10.0.0.0/24`);
  }
  const list = new BlockList();
  list.addSubnet(address, Number(bits), family);
  return onText((text) => isIP(text) !== 0 && list.check(text, isIP(text) === 6 ? 'ipv6' : 'ipv4'));
}

/** Any value but these, or but those that an operator matches. */
function anythingBut(value: Json, path: string): Test {
  const excluded = isObject(value)
    ? exclusion(value, path)
    : list(value).map((one) => equals(literal(one, path)));
  if (excluded.length === 0) throw new Refused(`${path}: anything-but takes at least one value`);
  return (leaf) => !excluded.some((matches) => matches(leaf));
}

function exclusion(operator: JsonObject, path: string): Test[] {
  const [[name, value] = ['', null], ...more] = Object.entries(operator);
  const allowed = ['prefix', 'suffix', 'equals-ignore-case', 'wildcard'].includes(name);
  const compile = operators[name];
  if (more.length > 0 || !allowed || !compile) {
    throw new Refused(`${path}: anything-but takes values, prefix, suffix, equals-ignore-case or wildcard`);
  }
  return list(value).map((one) => compile(string(one, path), path));
}

function list(value: Json): Json[] {
  return Array.isArray(value) ? value : [value];
}

function literal(value: Json, path: string): Json {
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new Refused(`${path}: anything-but takes strings or numbers`);
}

function scalar(value: Json, path: string): Json {
  if (typeof value !== 'object' || value === null) return value;
  throw new Refused(`${path}: a list within the list of values`);
}

function string(value: Json | undefined, path: string): string {
  if (typeof value === 'string') return value;
  throw new Refused(`${path}: the operator takes a string`);
}
