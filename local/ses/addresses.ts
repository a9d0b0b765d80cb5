import { ServiceError } from '../service.ts';

/** A mailbox address in parts. */
export interface Address {
  /** The display name, unquoted; empty if there is none. */
  readonly name: string;
  /** `local@domain` */
  readonly address: string;
}

/**
 * Parses `local@domain` or `Name <local@domain>`; what SES does not take is BadRequestException in its words.
 *
 * All of it must be 7-bit ASCII, also the display name, which else has to be written as a MIME encoded word:
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_SendEmail.html, "Source"
 */
export function parseAddress(text: string): Address {
  const [, quoted = '', inside] = /^([^<]*)<([^<>]*)>\s*$/.exec(text) ?? [];
  const address = (inside ?? text).trim();
  const fault = faultOf(text, address);
  if (fault !== undefined) throw new ServiceError('BadRequestException', fault);
  return { name: quoted.trim().replace(/^"(.*)"$/, '$1'), address };
}

/** Splits a header's list of addresses at its commas, not at those within quotes. */
export function splitAddresses(list: string): string[] {
  const parts = list.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? [];
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** The part after the last `@`, in lower case. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

function faultOf(text: string, address: string): string | undefined {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  const domain = address.slice(at + 1);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  const unseen = /[\s\x00-\x1f\x7f]/;
  const rules: readonly [boolean, string][] = [
    [!isAscii(text), `Address is not 7-bit ASCII: '${text}'`],
    [address.length > 320, `Address length is more than 320 characters long: '${address.length}'`],
    [/[<>]/.test(address), 'Illegal address'],
    [at < 0, "Missing final '@domain'"],
    [local === '', 'Missing local name'],
    [domain === '', 'Missing domain'],
    [unseen.test(local), 'Local address contains control or whitespace'],
    [local.startsWith('.'), 'Local address starts with dot'],
    [local.endsWith('.'), 'Local address ends with dot'],
    [local.includes('..'), 'Local address contains dot-dot'],
    [/[(),;:\\"[\]@]/.test(local), 'Local address contains illegal character'],
    [unseen.test(domain), 'Domain contains control or whitespace'],
    [domain.startsWith('.'), 'Domain starts with dot'],
    [domain.endsWith('.'), 'Domain ends with dot'],
    [domain.includes('..'), 'Domain contains dot-dot'],
    [!/^[A-Za-z0-9.-]+$/.test(domain), 'Domain contains illegal character'],
  ];
  return rules.find(([broken]) => broken)?.[1];
}

/** Whether all of it is 7-bit ASCII. */
export function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII begins with them
  return /^[\x00-\x7f]*$/.test(text);
}
