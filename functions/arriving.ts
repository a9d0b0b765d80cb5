import { applicationFileName } from '../contract/application.ts';
import type { CaseState } from '../domain/case/state.ts';
import { type Bucket, findFile } from '../store/files.ts';
import { keyOf } from './submission.ts';

/** How many versions of a case have all their bytes in the bucket and have not come through the intake yet. */
export async function arrivingVersions(
  bucket: Bucket,
  caseId: string,
  { versions }: CaseState,
): Promise<number> {
  const awaited = versions.filter(({ fate }) => fate === 'awaited');
  const found = await Promise.all(
    awaited.map(({ version }) => findFile(bucket, keyOf(caseId, version, applicationFileName))),
  );
  return found.filter(Boolean).length;
}
