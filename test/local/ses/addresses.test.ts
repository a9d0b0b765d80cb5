import { parseAddress, splitAddresses } from '../../../local/ses/addresses.ts';

test.each([
  ['a@x.example', { name: '', address: 'a@x.example' }],
  ['Aino Aalto <a@x.example>', { name: 'Aino Aalto', address: 'a@x.example' }],
  ['"Aalto, Aino" <a+b@x.example>', { name: 'Aalto, Aino', address: 'a+b@x.example' }],
])('%s is an address', (text, address) => {
  expect(parseAddress(text)).toEqual(address);
});

/** The words are those of SES's refusals. */
test.each([
  ['nobody', "Missing final '@domain'"],
  ['@x.example', 'Missing local name'],
  ['a@', 'Missing domain'],
  ['a b@x.example', 'Local address contains control or whitespace'],
  ['.a@x.example', 'Local address starts with dot'],
  ['a..b@x.example', 'Local address contains dot-dot'],
  ['a,b@x.example', 'Local address contains illegal character'],
  ['a@x .example', 'Domain contains control or whitespace'],
  ['a@x..example', 'Domain contains dot-dot'],
  ['a@x.example.', 'Domain ends with dot'],
  ['a@x_y.example', 'Domain contains illegal character'],
  ['Aino <a@x.example', 'Illegal address'],
  ['å@x.example', "Address is not 7-bit ASCII: 'å@x.example'"],
  [`${'a'.repeat(320)}@x.example`, "Address length is more than 320 characters long: '330'"],
])('%s is refused', (text, message) => {
  expect(() => parseAddress(text)).toThrow(expect.objectContaining({ code: 'BadRequestException', message }));
});

test('a list is split at its commas, not at those of names', () => {
  expect(splitAddresses('a@x.example, "Aalto, \\"A\\"" <b@x.example>,c@x.example')).toEqual([
    'a@x.example',
    '"Aalto, \\"A\\"" <b@x.example>',
    'c@x.example',
  ]);
  expect(splitAddresses('')).toEqual([]);
});
