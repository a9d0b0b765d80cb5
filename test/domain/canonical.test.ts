import fc from 'fast-check';
import { canonicalJson, hashOf, isSha256, sha256 } from '../../domain/canonical.ts';

test('keys are sorted and nothing is spaced, as RFC 8785 writes it', () => {
  expect(canonicalJson({ b: [1, 'å'], a: { d: null, c: 1e21 } })).toBe(
    '{"a":{"c":1e+21,"d":null},"b":[1,"å"]}',
  );
});

test('a value that was written and read back has the same hash, whatever the order of its keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      expect(hashOf(JSON.parse(JSON.stringify(reversed)))).toBe(hashOf(value));
    }),
  );
});

test('a field that is undefined is as good as none, as in the database', () => {
  expect(hashOf({ a: 1, b: undefined })).toBe(hashOf({ a: 1 }));
});

test('what has no JSON form is refused', () => {
  expect(() => canonicalJson(undefined)).toThrow(TypeError);
});

test('a digest is 64 hexadecimal digits', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(isSha256(sha256('x'))).toBe(true);
  expect(isSha256(sha256('x').toUpperCase())).toBe(false);
});
