import { looksLike } from '../../domain/application/content-type.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const text = (value: string) => new TextEncoder().encode(value);

test.each([
  ['application/pdf', text('%PDF-1.7\n')],
  ['image/png', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)],
  ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe0)],
  ['text/plain', text('Samarbetsavtal, § 1\r\n')],
  ['application/json', text('{"format":')],
])('%s is known by its first bytes', (type, beginning) => {
  expect(looksLike(type, beginning)).toBe(true);
});

test.each([
  ['application/pdf', text('PK\u0003\u0004')],
  ['image/png', bytes(0xff, 0xd8, 0xff)],
  ['text/plain', bytes(0x4d, 0x5a, 0x90, 0x00)],
  ['text/plain', bytes(0xff, 0xfe, 0x41, 0x00)],
  ['application/json', bytes(0x00)],
  ['application/zip', text('PK')],
])('bytes that are not %s are refused', (type, beginning) => {
  expect(looksLike(type, beginning)).toBe(false);
});

test('a character that is cut off at the end of the first bytes is no fault', () => {
  expect(looksLike('text/plain', text('ångström ä').slice(0, -1))).toBe(true);
});
