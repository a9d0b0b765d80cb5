import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { sha256 } from '../domain/canonical.ts';
import type { Verification } from '../domain/decision/verification.ts';
import { formatEuros, formatInstant } from '../texts/format.ts';
import { outcomeNames } from '../texts/mails.ts';
import { rectificationOutcomes } from '../texts/rectification.ts';
import { fingerprintOf, proofFault } from './proof.ts';

const usage = `npm run verify -- LETTER.pdf --api ADDRESS [--key PUBLIC-KEY.pem]

Tells whether a letter is the authority's, unchanged and still in force. Instead of a file, the digest that is printed in
the letter can be given, with or without spaces. With --key the signature must be by that key of the authority's; without,
the key it names is shown, to be compared with the one the authority publishes.

Exit code 0: the authority's, unchanged, in force. 3: the authority's, but another decision took its place.
1: not the authority's, or changed. 2: it could not be told.`;

/** One letter verified: words for a person, an exit code for a script. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { api: { type: 'string' }, key: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  const [first] = positionals;
  if (values.help || !first || !values.api) {
    console.error(usage);
    return values.help ? 0 : 2;
  }
  const digest = await digestOf(positionals.join(''), first);
  const response = await fetch(`${values.api}/letters/${digest}`);
  if (response.status === 404) {
    console.log(`Not a letter of the authority, or changed since: nothing has the digest ${digest}.`);
    return 1;
  }
  if (!response.ok) throw new Error(`the service answered ${response.status}`);
  const found = (await response.json()) as Verification;
  const pinned = values.key ? await readFile(values.key, 'utf8') : undefined;
  const fault = proofFault(found, pinned);
  if (fault) {
    console.log(`Cannot be relied on: ${fault}.`);
    return 1;
  }
  console.log(described(found));
  return found.inForce ? 0 : 3;
}

/** The digest of a file, or the digest itself as it is printed. */
async function digestOf(typed: string, path: string): Promise<string> {
  const printed = typed.replace(/\s/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(printed) ? printed : sha256(await readFile(path));
}

function described(found: Verification): string {
  const { applicant, businessId, outcome, awardedCents, decidedAt, caseNumber, inForce, signature } = found;
  return [
    `${found.of === 'decision' ? 'Decision' : 'Letter'} ${caseNumber} is the authority's and unchanged.`,
    inForce ? 'It is in force.' : `It is no longer in force: decision ${found.replacedBy} took its place.`,
    `  Applicant  ${applicant} (${businessId})`,
    `  Decision   ${{ ...outcomeNames, ...rectificationOutcomes }[outcome].en}, ${formatEuros(awardedCents, 'en')}`,
    `  Decided    ${formatInstant(decidedAt, 'en')}`,
    `  Signed by  ${signature.keyId}`,
    `  Key        SHA-256 ${fingerprintOf(signature.publicKey)}`,
  ].join('\n');
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(`It could not be told: ${error.message}`);
    process.exitCode = 2;
  },
);
