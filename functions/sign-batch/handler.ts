import * as z from 'zod/mini';
import { callId, opaqueId } from '../../contract/fields.ts';
import { hashOf } from '../../domain/canonical.ts';
import { batchDigest, batchOfOne } from '../../domain/decision/batch.ts';
import { commandCase, readCase } from '../../store/cases.ts';
import { commandRound, requirePublished } from '../../store/rounds.ts';
import { settingsTable } from '../settings.ts';
import { signatureOf } from '../sign.ts';
import { accepted, orderOf, step } from '../step.ts';

const table = settingsTable();

const input = z.object({
  callId,
  /** The case whose corrected decision is signed; without it, the approved batch of the call. */
  caseId: z.optional(opaqueId),
});

/**
 * Signs the approved batch, or a corrected decision, with the authority's key. ECDSA gives another signature each time; the
 * first that is on the log is the one that counts, and signing again changes nothing.
 */
export const handler = step(input, async ({ callId: id, caseId }) => {
  await (caseId ? signCorrection(id, caseId) : signApproved(id));
  return {};
});

async function signApproved(id: string): Promise<void> {
  const { state } = await requirePublished(table, id);
  const batch = state.drafts?.batch;
  if (!batch) throw new Error(`call ${id} has no drafts`);
  if (state.signature?.batch === batch) return;
  const command = { type: 'sign-batch', ...(await signatureOf(id, batch)) } as const;
  accepted(await commandRound(table, id, command, orderOf('sign-batch', batch)));
}

async function signCorrection(id: string, caseId: string): Promise<void> {
  const [{ state: round }, { state }] = await Promise.all([
    requirePublished(table, id),
    readCase(table, caseId),
  ]);
  const { decision, earlier, signature } = state;
  const plan = round.proposal?.plan.sha256;
  if (!decision?.correction || !plan) throw new Error(`the decision on case ${caseId} was not corrected`);
  if (signature) return;
  const batch = batchDigest(batchOfOne(plan, earlier.length, hashOf(decision)));
  const command = { type: 'sign-correction', ...(await signatureOf(id, batch)) } as const;
  accepted(await commandCase(table, caseId, command, orderOf('sign-batch', batch)));
}
