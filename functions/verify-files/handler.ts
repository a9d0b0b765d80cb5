import { readCase } from '../../store/cases.ts';
import { faultsOfFile } from '../announced-files.ts';
import { settingsBucket, settingsTable } from '../settings.ts';
import { step } from '../step.ts';
import { keyOf, submission } from '../submission.ts';

const table = settingsTable();
const bucket = settingsBucket();

/** Compares the files of a submission with what was announced for it. Gives all faults. */
export const handler = step(submission, async ({ caseId, version }) => {
  const { state } = await readCase(table, caseId);
  const announced = state.versions.find((known) => known.version === version);
  if (!announced) throw new Error(`nobody announced version ${version} of ${caseId}, yet it was uploaded`);
  const faults = await Promise.all(
    announced.files.map((file) => faultsOfFile(bucket, keyOf(caseId, version, file.name), file, file.name)),
  );
  return { faults: faults.flat() };
});
