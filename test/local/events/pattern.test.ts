import { compilePattern } from '../../../local/events/pattern.ts';
import type { Json, JsonObject } from '../../../local/service.ts';

/** "Comparison operators for use in event patterns in Amazon EventBridge", EventBridge User Guide. */

const event: JsonObject = {
  source: 'aws.s3',
  'detail-type': 'Object Created',
  resources: ['arn:aws:s3:::files', 'arn:aws:s3:::other'],
  detail: {
    object: { key: 'applications/a1/1/application.json', size: 300 },
    requester: '10.0.0.33',
    reason: null,
    partial: false,
    people: [
      { first: 'Anna', last: 'Smith' },
      { first: 'Peter', last: 'Jones' },
    ],
  },
};
const matches = (detail: JsonObject) => compilePattern({ detail })(event);
const key = (condition: Json) => matches({ object: { key: [condition] } });
const size = (condition: Json) => matches({ object: { size: [condition] } });
const requester = (condition: Json) => matches({ requester: [condition] });

test('every field must match, each by any of its values', () => {
  expect(compilePattern({ source: ['aws.ec2', 'aws.s3'], 'detail-type': ['Object Created'] })(event)).toBe(
    true,
  );
  expect(compilePattern({ source: ['aws.s3'], 'detail-type': ['Object Deleted'] })(event)).toBe(false);
});

test('values are compared as JSON: a string is no number, null and false are values', () => {
  expect([size(300), size('300'), matches({ reason: [null] }), matches({ partial: [false] })]).toEqual([
    true,
    false,
    true,
    true,
  ]);
});

test('an array in the event matches by any element', () => {
  expect(compilePattern({ resources: ['arn:aws:s3:::other'] })(event)).toBe(true);
});

test('fields below an array must match in the same element', () => {
  expect(matches({ people: { first: ['Anna'], last: ['Smith'] } })).toBe(true);
  expect(matches({ people: { first: ['Anna'], last: ['Jones'] } })).toBe(false);
});

test.each<[string, Json, boolean]>([
  ['a prefix', { prefix: 'applications/' }, true],
  ['a prefix without regard to case', { prefix: { 'equals-ignore-case': 'APPLICATIONS/' } }, true],
  ['a suffix', { suffix: '.json' }, true],
  ['a suffix without regard to case', { suffix: { 'equals-ignore-case': '.JSON' } }, true],
  ['another suffix', { suffix: '.pdf' }, false],
  ['the text without regard to case', { 'equals-ignore-case': 'APPLICATIONS/a1/1/application.JSON' }, true],
  ['wildcards', { wildcard: 'applications/*/application.json' }, true],
  ['wildcards that do not fit', { wildcard: 'applications/*/application.xml' }, false],
  ['an escaped asterisk, which is only itself', { wildcard: 'applications/\\*/application.json' }, false],
  ['anything but a text', { 'anything-but': 'other' }, true],
  [
    'anything but texts that include it',
    { 'anything-but': ['applications/a1/1/application.json', 'b'] },
    false,
  ],
  ['anything but a prefix', { 'anything-but': { prefix: 'applications/' } }, false],
  ['anything but suffixes', { 'anything-but': { suffix: ['.pdf', '.xml'] } }, true],
  ['anything but a text without regard to case', { 'anything-but': { 'equals-ignore-case': 'other' } }, true],
  ['anything but a wildcard', { 'anything-but': { wildcard: '*/application.json' } }, false],
])('a text matches by %s', (_what, condition, expected) => {
  expect(key(condition)).toBe(expected);
});

test.each<[Json[], boolean]>([
  [['=', 300], true],
  [['>', 0, '<=', 300], true],
  [['>', 300], false],
  [['>=', 100, '<', 300], false],
])('a number matches by numeric %j: %s', (numeric, expected) => {
  expect(size({ numeric })).toBe(expected);
});

test('an address matches by its block, of either family', () => {
  expect([requester({ cidr: '10.0.0.0/24' }), requester({ cidr: '10.0.1.0/24' })]).toEqual([true, false]);
  expect(compilePattern({ at: [{ cidr: '2001:db8::/32' }] })({ at: '2001:db8::1' })).toBe(true);
});

test('exists is about leaves: an object below the name is none', () => {
  expect(matches({ reason: [{ exists: true }], absent: [{ exists: false }] })).toBe(true);
  expect(matches({ object: [{ exists: true }] })).toBe(false);
  expect(matches({ object: [{ exists: false }], 'not-there': { at: [{ exists: false }] } })).toBe(true);
});

test('$or needs one of its patterns, beside the others', () => {
  const or: Json = [{ object: { size: [1] } }, { requester: [{ prefix: '10.' }] }];
  expect(matches({ $or: or })).toBe(true);
  expect(matches({ $or: or, partial: [true] })).toBe(false);
});

test.each<[JsonObject, RegExp]>([
  [{ a: [{ regex: '.*' }] }, /EventPattern\.a: EventBridge has no operator regex/],
  [{ a: { b: 'text' } }, /EventPattern\.a\.b must be a list of values or an object/],
  [{ a: [] }, /EventPattern\.a must list at least one value/],
  [{}, /EventPattern is empty/],
  [{ $or: [{ a: [1] }] }, /at least two patterns/],
  [{ a: [{ wildcard: 'a**b' }] }, /consecutive wildcards/],
  [{ a: [{ wildcard: 'a\\b' }] }, /a backslash escapes only/],
  [{ a: [{ numeric: ['<', 1, '>', 0] }] }, /one comparison or a range/],
  [{ a: [{ numeric: ['=', 6e9] }] }, /from -5e9 to 5e9/],
  [{ a: [{ cidr: '10.0.0.0/33' }] }, /address block/],
  [{ a: [{ exists: 'yes' }] }, /true or false/],
  [{ a: [{ 'anything-but': { numeric: ['=', 1] } }] }, /anything-but takes/],
  [{ a: [{ prefix: 'a', suffix: 'b' }] }, /one operator/],
])('%j is refused with its place', (pattern, message) => {
  expect(() => compilePattern(pattern)).toThrow(message);
});
