import type { CaseState } from '../domain/case/state.ts';
import { addressForDownload, type Bucket } from '../store/files.ts';
import type { Answer } from './api.ts';

/** Where the letter of a case can be read for some minutes, and its digest; a refusal while there is none. */
export async function letterOf(bucket: Bucket, { letter, number = '' }: CaseState): Promise<Answer> {
  if (!letter) return { refused: 'letter-not-ready', status: 409 };
  const url = await addressForDownload(bucket, letter.key, `${number.replaceAll('/', '-')}.pdf`);
  return { status: 200, document: { url, sha256: letter.sha256 } };
}
