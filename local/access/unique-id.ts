/** Letters and digits as IAM's unique identifiers have them, one for each byte. */
export function uniqueId(bytes: Uint8Array): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return Array.from(bytes, (byte) => alphabet[byte & 31]).join('');
}
