import * as z from 'zod/mini';
import { opaqueId } from '../../contract/fields.ts';
import type { Officials } from '../../domain/call/call.ts';
import { sha256 } from '../../domain/canonical.ts';
import type { RoundState } from '../../domain/round/round.ts';
import { openRenderer } from '../../letters/render.ts';
import { commandCase, readCase } from '../../store/cases.ts';
import { keepFile } from '../../store/files.ts';
import { requirePublished } from '../../store/rounds.ts';
import { letterContent, type Signatories } from '../../texts/letter.ts';
import { settingsBucket, settingsTable } from '../settings.ts';
import { accepted, orderOf, step } from '../step.ts';

const table = settingsTable();
const bucket = settingsBucket();
const renderer = openRenderer(import.meta.dirname);

/** Renders the decision on a case as the letter to its applicant and keeps it under its digest. */
export const handler = step(z.object({ caseId: opaqueId }), async ({ caseId }) => {
  const { state } = await readCase(table, caseId);
  const { state: round, published } = await requirePublished(table, state.callId ?? '');
  const { decision, decidedAt } = state;
  if (!decision || !decidedAt) throw new Error(`case ${caseId} is not decided`);
  if (state.letter) return { key: state.letter.key };
  const content = letterContent(
    decision,
    decidedAt,
    published.call,
    signatoriesOf(round, published.officials),
  );
  const pdf = renderer.render(content);
  const digest = sha256(pdf);
  const key = `letters/${caseId}/${digest}.pdf`;
  await keepFile(bucket, key, pdf, 'application/pdf');
  const command = { type: 'note-letter', key, sha256: digest, sizeBytes: pdf.byteLength } as const;
  const once = state.corrections === 0 ? 'once' : `correction:${state.corrections}`;
  accepted(await commandCase(table, caseId, command, orderOf('render-letter', once)));
  return { key };
});

/** The presenter who put the plan forward, and the decision maker who approved the drafts. */
function signatoriesOf(
  { planApprovedBy = '', decidedBy = '' }: RoundState,
  { names }: Officials,
): Signatories {
  return { presenter: names[planApprovedBy] ?? planApprovedBy, decisionMaker: names[decidedBy] ?? decidedBy };
}
