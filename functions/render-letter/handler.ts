import * as z from 'zod/mini';
import { opaqueId } from '../../contract/fields.ts';
import type { Officials } from '../../domain/call/call.ts';
import { hashOf } from '../../domain/canonical.ts';
import type { Decision } from '../../domain/decision/decision.ts';
import { retainedUntil } from '../../domain/decision/retention.ts';
import { decidedOn } from '../../domain/decision/verification.ts';
import type { RoundState } from '../../domain/round/state.ts';
import { openRenderer } from '../../letters/render.ts';
import { commandCase, readCase } from '../../store/cases.ts';
import { requirePublished } from '../../store/rounds.ts';
import { letterContent, type Signatories } from '../../texts/letter/letter.ts';
import { keepLetter } from '../keep-letter.ts';
import { setting, settingsArchive, settingsBucket, settingsTable } from '../settings.ts';
import { accepted, orderOf, StepRefused, step } from '../step.ts';

const table = settingsTable();
const bucket = settingsBucket();
const archive = settingsArchive();
const renderer = openRenderer(import.meta.dirname);

/**
 * Renders the decision on a case: the letter that is sent, a courtesy translation, and the copy for the archive, each
 * kept under its digest. The archive keeps its copy for the time of the law, whatever anybody does.
 */
export const handler = step(z.object({ caseId: opaqueId }), async ({ caseId }) => {
  const { state, events } = await readCase(table, caseId);
  const { state: round, published } = await requirePublished(table, state.callId ?? '');
  const { decision, decidedAt } = state;
  if (!decision || !decidedAt) throw new Error(`case ${caseId} is not decided`);
  if (state.letter) return { key: state.letter.key };
  if (decision.correction && !state.signature) throw new StepRefused('the correction is not signed');
  const frame = {
    call: published.call,
    decidedAt: decidedOn(decision, decidedAt),
    signatories: signatoriesOf(decision, round, published.officials),
    verification: { digest: hashOf(decision), address: `${setting('PORTAL_ADDRESS')}/verify` },
  };
  const letter = await keepLetter(
    { table, bucket, archive, renderer },
    {
      caseId,
      content: letterContent(decision, frame),
      translation: letterContent(decision, { ...frame, language: 'en' }),
      digest: frame.verification.digest,
      retainUntil: retainedUntil(decision.outcome, decidedAt),
    },
  );
  const command = { type: 'note-letter', ...letter } as const;
  const corrections = state.earlier.length;
  const once = corrections === 0 ? 'once' : `correction:${corrections}`;
  accepted(await commandCase(table, caseId, command, orderOf('render-letter', once), events));
  return { key: letter.key };
});

/** Who put the decision forward and who made it: of the plan and its drafts, where the decision does not say otherwise. */
function signatoriesOf(
  { correction }: Decision,
  { planApprovedBy = '', decidedBy = '' }: RoundState,
  { names }: Officials,
): Signatories {
  const { presenter = planApprovedBy, decisionMaker = decidedBy } = correction ?? {};
  return { presenter: names[presenter] ?? presenter, decisionMaker: names[decisionMaker] ?? decisionMaker };
}
