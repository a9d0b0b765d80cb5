import * as z from 'zod/mini';
import { callId, opaqueId } from '../../contract/fields.ts';
import type { ListedDraft } from '../../domain/decision/batch.ts';
import { wholeOf } from '../../domain/log/whole.ts';
import { commandCase, eraseCase, readCase } from '../../store/cases.ts';
import { readDocument, removeFiles } from '../../store/files.ts';
import { eraseRectification } from '../../store/rectifications.ts';
import { readRound } from '../../store/rounds.ts';
import { settingsArchive, settingsBucket, settingsTable } from '../settings.ts';
import { accepted, orderOf, StepRefused, step } from '../step.ts';

const table = settingsTable();
const bucket = settingsBucket();
const archive = settingsArchive();

/**
 * Removes what is kept of a case after a person has confirmed it: its files, its letters and their copies in the archive, whose lock is
 * over by then, every draft of its decision, and then the facts in its logs. Each part can be done again, so a redrive
 * goes on where it was cut off.
 */
export const handler = step(z.object({ caseId: opaqueId, callId }), async ({ caseId, callId: id }) => {
  const { state } = await readCase(table, caseId);
  if (state.stage !== 'removed' && !state.removal?.confirmed) {
    throw new StepRefused('nobody confirmed the removal');
  }
  const prefixes = [`applications/${caseId}/`, `letters/${caseId}/`, ...(await draftsOf(caseId, id))];
  let files = await removeFiles(archive, `letters/${caseId}/`);
  for (const prefix of prefixes) files += await removeFiles(bucket, prefix);
  const order = orderOf('remove-data', 'once');
  await eraseRectification(table, caseId, order);
  accepted(await commandCase(table, caseId, { type: 'remove-data' }, order));
  await eraseCase(table, caseId);
  return { files };
});

/** The keys of every decision that was ever drafted for a case, in whichever batch, and of its previews. */
async function draftsOf(caseId: string, call: string): Promise<readonly string[]> {
  const { events } = await readRound(table, call);
  const lists = wholeOf(events).flatMap(({ type, data }) =>
    type === 'decisions-drafted' ? [data.list] : [],
  );
  const batches = await Promise.all(lists.map((list) => readDocument<ListedDraft[]>(bucket, list)));
  return batches
    .flat()
    .flatMap((entry) => (entry.caseId === caseId ? [entry.draft.key, entry.preview.key] : []));
}
