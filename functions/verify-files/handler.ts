import { looksLike } from '../../domain/application/content-type.ts';
import type { UploadFile } from '../../domain/case/events.ts';
import type { Fault } from '../../domain/fault.ts';
import { readCase } from '../../store/cases.ts';
import { type Bucket, findFile, readBeginning } from '../../store/files.ts';
import { settingsBucket, settingsTable } from '../settings.ts';
import { step } from '../step.ts';
import { keyOf, submission } from '../submission.ts';

const table = settingsTable();
const bucket = settingsBucket();

/**
 * Compares the files of a submission with what was announced for it: each is there, has the announced length and
 * the SHA-256 that S3 computed, and begins like the type it claims. Gives all faults.
 */
export const handler = step(submission, async ({ caseId, version }) => {
  const { state } = await readCase(table, caseId);
  const announced = state.versions.find((known) => known.version === version);
  if (!announced) throw new Error(`nobody announced version ${version} of ${caseId}, yet it was uploaded`);
  const faults = await Promise.all(
    announced.files.map((file) => faultsOfFile(bucket, keyOf(caseId, version, file.name), file)),
  );
  return { faults: faults.flat() };
});

async function faultsOfFile(bucket: Bucket, key: string, file: UploadFile): Promise<Fault[]> {
  const found = await findFile(bucket, key);
  if (!found) return [{ place: file.name, code: 'file-missing' }];
  if (found.sizeBytes !== file.sizeBytes || found.sha256 !== file.sha256) {
    return [{ place: file.name, code: 'file-differs' }];
  }
  const beginning = await readBeginning(bucket, key, 512);
  return looksLike(file.type, beginning)
    ? []
    : [{ place: file.name, code: 'file-type-differs', details: { announced: file.type } }];
}
