import * as z from 'zod/mini';
import { callId, digest, opaqueId } from '../../contract/fields.ts';
import type { ListedDraft } from '../../domain/decision/batch.ts';
import type { Decision } from '../../domain/decision/decision.ts';
import { commandCase } from '../../store/cases.ts';
import { readDocument } from '../../store/files.ts';
import { requirePublished } from '../../store/rounds.ts';
import { settingsBucket, settingsTable } from '../settings.ts';
import { accepted, orderOf, StepRefused, step } from '../step.ts';

const table = settingsTable();
const bucket = settingsBucket();

const input = z.object({
  caseId: opaqueId,
  callId,
  draft: z.object({ key: z.string(), sha256: digest }),
});

/** Makes the decision that was drafted and approved for a case: only a draft of the approved and signed
 * batch, and unchanged. */
export const handler = step(input, async ({ caseId, callId: id, draft }) => {
  const { state } = await requirePublished(table, id);
  if (state.stage !== 'decided' || !state.drafts) throw new StepRefused('the drafts are not approved');
  const { batch, list } = state.drafts;
  if (state.signature?.batch !== batch) throw new StepRefused('the batch is not signed');
  const approved = await readDocument<ListedDraft[]>(bucket, list);
  const mine = approved.find((entry) => entry.caseId === caseId);
  if (mine?.draft.sha256 !== draft.sha256) throw new StepRefused('the draft is not of the approved batch');
  const decision = await readDocument<Decision>(bucket, mine.draft);
  const command = { type: 'record-decision', decision, batch } as const;
  accepted(await commandCase(table, caseId, command, orderOf('record-decision', batch)));
  return {};
});
