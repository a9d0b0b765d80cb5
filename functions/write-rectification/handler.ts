import * as z from 'zod/mini';
import { opaqueId } from '../../contract/fields.ts';
import { batchDigest, batchOfOne } from '../../domain/decision/batch.ts';
import { retainedUntil } from '../../domain/decision/retention.ts';
import { digestOfRectification, rectificationDecisionOf } from '../../domain/rectification/decision.ts';
import { openRenderer } from '../../letters/render.ts';
import { readCase } from '../../store/cases.ts';
import { commandRectification, readRectification } from '../../store/rectifications.ts';
import { requirePublished } from '../../store/rounds.ts';
import { rectificationContent } from '../../texts/letter/rectification.ts';
import { keepLetter } from '../keep-letter.ts';
import { setting, settingsArchive, settingsBucket, settingsTable } from '../settings.ts';
import { signatureOf } from '../sign.ts';
import { accepted, orderOf, StepRefused, step } from '../step.ts';

const table = settingsTable();
const places = {
  table,
  bucket: settingsBucket(),
  archive: settingsArchive(),
  renderer: openRenderer(import.meta.dirname),
};

/**
 * Signs the decision on a request for rectification, as a batch of its own, and renders its letter. The first signature that
 * is on the log counts; doing it again changes nothing.
 */
export const handler = step(z.object({ caseId: opaqueId }), async ({ caseId }) => {
  const [{ state }, { state: rectification }] = await Promise.all([
    readCase(table, caseId),
    readRectification(table, caseId),
  ]);
  if (rectification.letter) return {};
  const decided = rectificationDecisionOf(rectification, [...state.earlier, state]);
  if (!decided) throw new StepRefused('the request for rectification is not decided');
  const { state: round, published } = await requirePublished(table, decided.decision.callId);
  const plan = round.proposal?.plan.sha256;
  if (!plan) throw new Error(`call ${published.call.id} has no plan`);
  const digest = digestOfRectification(decided);
  const frame = {
    call: published.call,
    decisionMaker: published.officials.names[decided.decidedBy] ?? decided.decidedBy,
    verification: { digest, address: `${setting('PORTAL_ADDRESS')}/verify` },
  };
  const letter = await keepLetter(places, {
    caseId,
    content: rectificationContent(decided, frame),
    translation: rectificationContent(decided, { ...frame, language: 'en' }),
    digest,
    retainUntil: retainedUntil(decided.awardedCents > 0 ? 'grantedInPart' : 'refused', decided.decidedAt),
  });
  const signature = await signatureOf(published.call.id, batchDigest(batchOfOne(plan, 0, digest)));
  const command = { type: 'note-rectification-letter', letter, signature } as const;
  accepted(await commandRectification(table, caseId, command, orderOf('write-rectification', 'once')));
  return {};
});
