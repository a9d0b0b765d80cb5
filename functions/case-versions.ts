import type { CaseBody } from '../domain/case/events.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { KeptEvent } from '../domain/log/event.ts';
import { wholeOf } from '../domain/log/whole.ts';
import { addressForDownload, type Bucket } from '../store/files.ts';
import { type Answer, notFound } from './answer.ts';
import { keyOf, readAccepted } from './submission.ts';

interface OfCase {
  readonly caseId: string;
  readonly state: CaseState;
  readonly events: readonly KeptEvent<CaseBody>[];
}

/** When a case's accepted versions arrived, with their digests; the first one registered the case. */
export function arrivalsOf(events: readonly KeptEvent<CaseBody>[]) {
  return wholeOf(events).flatMap((event) => {
    if (event.type !== 'case-registered' && event.type !== 'version-received') return [];
    const { version, arrivedAt, sha256 } = event.data;
    const completes = event.type === 'version-received' && event.data.completes;
    return [{ version, arrivedAt, sha256, completes }];
  });
}

/** One accepted version of an application, with its files; versions that were refused are nobody's to read. */
export async function versionOf(
  bucket: Bucket,
  { caseId, state, events }: OfCase,
  number: string | undefined,
): Promise<Answer> {
  const arrival = arrivalsOf(events).find(({ version }) => String(version) === number);
  if (!arrival) return notFound;
  const { version } = arrival;
  const files = state.versions.find((known) => known.version === version)?.files ?? [];
  const application = await readAccepted(bucket, { caseId, version });
  return { status: 200, document: { ...arrival, files, application } };
}

/** Where a file of an accepted version can be read for some minutes. */
export async function fileOf(
  bucket: Bucket,
  { caseId, state }: Pick<OfCase, 'caseId' | 'state'>,
  { version: number, sha256 }: Readonly<Record<string, string>>,
): Promise<Answer> {
  const version = state.versions.find((known) => String(known.version) === number);
  const file = version?.files.find((known) => known.sha256 === sha256);
  if (version?.fate !== 'accepted' || !file) return notFound;
  const url = await addressForDownload(bucket, keyOf(caseId, version.version, file.name), file.name);
  return { status: 200, document: { url, sha256: file.sha256 } };
}
