import * as z from 'zod/mini';
import { callId } from '../../contract/fields.ts';
import type { Plan } from '../../domain/allocation/plan.ts';
import { type StoredFile, sha256 } from '../../domain/canonical.ts';
import { batchDigest, type ListedDraft } from '../../domain/decision/batch.ts';
import { draftDecision } from '../../domain/decision/draft.ts';
import { type ProposedPlan, planIn } from '../../domain/round/plan.ts';
import type { RoundState } from '../../domain/round/state.ts';
import { openRenderer } from '../../letters/render.ts';
import { keepDocument, keepFile, readDocument } from '../../store/files.ts';
import { commandRound, requirePublished } from '../../store/rounds.ts';
import { letterContent } from '../../texts/letter/letter.ts';
import { type PreparedCase, readPrepared } from '../prepared-cases.ts';
import { setting, settingsBucket, settingsTable } from '../settings.ts';
import { accepted, orderOf, step } from '../step.ts';

const table = settingsTable();
const bucket = settingsBucket();
const renderer = openRenderer(import.meta.dirname);

/**
 * Drafts a decision for every case by the approved plan, with what presenters added to the reasons, and keeps each
 * under its digest with the letter it would become. The batch that a decision maker approves is the digest of the
 * digests of all of them, so that no draft in it can change unseen.
 */
export const handler = step(z.object({ callId }), async ({ callId: id }) => {
  const { state } = await requirePublished(table, id);
  if (!state.proposal) throw new Error(`call ${id} has no plan`);
  const { plan } = state.proposal;
  const allocation = planIn(await readDocument<ProposedPlan>(bucket, plan));
  const cases = await readPrepared(table, bucket, id);
  const drafts = await Promise.all(cases.map((prepared) => draftOf(prepared, state, allocation)));
  const revision = state.revised.length;
  const batch = batchDigest({
    plan: plan.sha256,
    revision,
    drafts: drafts.map(({ draft }) => draft.sha256),
  });
  const list = await keepDocument(bucket, `rounds/${id}/batches`, drafts);
  const preparedBy = [...new Set(cases.flatMap(({ state: { preparedBy: people } }) => people))].sort();
  const command = {
    type: 'draft-decisions',
    batch,
    revision,
    list,
    drafts: drafts.length,
    preparedBy,
  } as const;
  accepted(await commandRound(table, id, command, orderOf('draft-decisions', `${plan.sha256}:${revision}`)));
  return { batch, list: list.key };
});

async function draftOf(
  { caseId, state, application }: PreparedCase,
  round: RoundState,
  { awards }: Plan,
): Promise<ListedDraft> {
  const { published, proposal, additions, planApprovedAt, planApprovedBy = '' } = round;
  if (!published || !planApprovedAt) throw new Error('no plan is approved');
  const { call, officials } = published;
  const award = awards.find((known) => known.id === state.number);
  const decision = draftDecision({
    call,
    state,
    application,
    ...(award ? { award } : {}),
    ranked: awards.length,
    ...(proposal?.availableCents === undefined ? {} : { availableCents: proposal.availableCents }),
    additions: additions.filter(({ caseNumber }) => caseNumber === state.number).map(({ text }) => text),
  });
  const draft = await keepDocument(bucket, `rounds/${call.id}/drafts`, decision);
  // Who decides and when is not known yet; the rest is as it will be sent.
  const content = letterContent(decision, {
    call,
    decidedAt: planApprovedAt,
    signatories: { presenter: officials.names[planApprovedBy] ?? planApprovedBy, decisionMaker: '…' },
    verification: { digest: draft.sha256, address: `${setting('PORTAL_ADDRESS')}/verify` },
    draft: true,
  });
  return { caseId, callId: call.id, draft, preview: await keepPreview(call.id, renderer.render(content)) };
}

async function keepPreview(id: string, pdf: Uint8Array): Promise<StoredFile> {
  const digest = sha256(pdf);
  const key = `rounds/${id}/previews/${digest}.pdf`;
  await keepFile(bucket, key, pdf, 'application/pdf');
  return { key, sha256: digest };
}
