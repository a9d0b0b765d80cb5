import type { StoredFile } from '../domain/canonical.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { RectificationState } from '../domain/rectification/rectification.ts';
import { addressForDownload, type Bucket } from '../store/files.ts';
import type { Answer } from './answer.ts';

/** Where the letter of a case can be read for some minutes, and its digest; a refusal while there is none. */
export function letterOf(bucket: Bucket, { letter, number }: CaseState): Promise<Answer> {
  return addressOf(bucket, letter, number);
}

/** The same for the courtesy translation into English. */
export function translationOf(bucket: Bucket, { letter, number }: CaseState): Promise<Answer> {
  return addressOf(bucket, letter?.translation, number);
}

/** The same for the decision on a request for rectification. */
export function rectificationLetterOf(
  bucket: Bucket,
  { letter, request }: RectificationState,
): Promise<Answer> {
  return addressOf(bucket, letter, request?.number);
}

async function addressOf(bucket: Bucket, file: StoredFile | undefined, number = ''): Promise<Answer> {
  if (!file) return { refused: 'letter-not-ready', status: 409 };
  const url = await addressForDownload(bucket, file.key, `${number.replaceAll('/', '-')}.pdf`);
  return { status: 200, document: { url, sha256: file.sha256 } };
}
