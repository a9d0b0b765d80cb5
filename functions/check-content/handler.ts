import { applicationFileName } from '../../contract/application.ts';
import { contentFaults } from '../../domain/application/content.ts';
import { readCase } from '../../store/cases.ts';
import { settingsBucket, settingsTable } from '../settings.ts';
import { step } from '../step.ts';
import { readApplication, submission } from '../submission.ts';

const table = settingsTable();
const bucket = settingsBucket();

/** Reads a submission's `application.json` by the contract and holds it against what was opened and announced. Gives all faults. */
export const handler = step(submission, async ({ caseId, version }) => {
  const { state } = await readCase(table, caseId);
  const announced = state.versions.find((known) => known.version === version);
  const reading = await readApplication(bucket, { caseId, version });
  if ('faults' in reading) return { faults: reading.faults };
  const attachments = announced?.files.filter(({ name }) => name !== applicationFileName) ?? [];
  return { faults: contentFaults(reading.value, state, attachments) };
});
