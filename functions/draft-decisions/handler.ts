import * as z from 'zod/mini';
import { callId } from '../../contract/fields.ts';
import { hashOf } from '../../domain/canonical.ts';
import { draftDecision } from '../../domain/decision/draft.ts';
import type { ProposedPlan } from '../../domain/round/plan.ts';
import { keepDocument, readDocument } from '../../store/files.ts';
import { commandRound, requirePublished } from '../../store/rounds.ts';
import { readPrepared } from '../prepared-cases.ts';
import { settingsBucket, settingsTable } from '../settings.ts';
import { accepted, orderOf, step } from '../step.ts';

const table = settingsTable();
const bucket = settingsBucket();

/**
 * Drafts a decision for every case by the approved plan and keeps each under its digest. The batch that a decision
 * maker approves is the digest of the list of them, so that no draft in it can change unseen.
 */
export const handler = step(z.object({ callId }), async ({ callId: id }) => {
  const { state, published } = await requirePublished(table, id);
  if (!state.proposal) throw new Error(`call ${id} has no plan`);
  const { plan, availableCents } = state.proposal;
  const { allocation } = await readDocument<ProposedPlan>(bucket, plan);
  const cases = await readPrepared(table, bucket, id);
  const drafts = await Promise.all(
    cases.map(async ({ caseId, state: prepared, application }) => {
      const award = allocation.awards.find((known) => known.id === prepared.number);
      const ranked = allocation.awards.length;
      const decision = draftDecision({
        call: published.call,
        state: prepared,
        application,
        award,
        ranked,
        availableCents,
      });
      const draft = await keepDocument(bucket, `rounds/${id}/drafts`, decision);
      return { caseId, callId: id, draft };
    }),
  );
  const batch = hashOf({ plan: plan.sha256, drafts });
  const list = await keepDocument(bucket, `rounds/${id}/batches`, drafts);
  const preparedBy = [...new Set(cases.flatMap(({ state: { preparedBy: people } }) => people))].sort();
  const command = { type: 'draft-decisions', batch, list, drafts: drafts.length, preparedBy } as const;
  accepted(await commandRound(table, id, command, orderOf('draft-decisions', plan.sha256)));
  return { batch, list: list.key };
});
