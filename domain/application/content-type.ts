/**
 * Whether bytes begin as a file of a type does, by the first bytes that the formats fix: PDF (ISO 32000-2 § 7.5.2),
 * PNG (ISO/IEC 15948 § 5.2), JPEG (ISO/IEC 10918-1 § B.1.1.3); text and JSON are UTF-8 without control characters
 * other than tabs and line ends. A type that is not known here is never matched.
 */
export function looksLike(type: string, beginning: Uint8Array): boolean {
  switch (type) {
    case 'application/pdf':
      return beginsWith(beginning, [0x25, 0x50, 0x44, 0x46, 0x2d]);
    case 'image/png':
      return beginsWith(beginning, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    case 'image/jpeg':
      return beginsWith(beginning, [0xff, 0xd8, 0xff]);
    case 'application/json':
    case 'text/plain':
      return isText(beginning);
    default:
      return false;
  }
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Decoding as a stream lets the last character be cut off. */
function isText(bytes: Uint8Array): boolean {
  try {
    return !/[^\P{Cc}\t\r\n]/u.test(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }),
    );
  } catch {
    return false;
  }
}
