import * as z from 'zod/mini';
import { opaqueId } from '../../contract/fields.ts';
import type { Officials } from '../../domain/call/call.ts';
import { hashOf, type StoredFile, sha256 } from '../../domain/canonical.ts';
import { retainedUntil } from '../../domain/decision/retention.ts';
import type { RoundState } from '../../domain/round/round.ts';
import { openRenderer } from '../../letters/render.ts';
import { commandCase, readCase } from '../../store/cases.ts';
import { type Bucket, keepFile } from '../../store/files.ts';
import { listLetter } from '../../store/letters.ts';
import { requirePublished } from '../../store/rounds.ts';
import { letterContent, type Signatories } from '../../texts/letter/letter.ts';
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
    decidedAt,
    signatories: signatoriesOf(round, published.officials),
    verification: { digest: hashOf(decision), address: `${setting('PORTAL_ADDRESS')}/verify` },
  };
  const content = letterContent(decision, frame);
  const pdf = renderer.render(content);
  const keep = (where: Bucket, bytes: Uint8Array, retainUntil?: string) =>
    keepPdf(where, caseId, bytes, retainUntil);
  const letter = await keep(bucket, pdf);
  const translation = await keep(
    bucket,
    renderer.render(letterContent(decision, { ...frame, language: 'en' })),
  );
  const archived = await keep(
    archive,
    renderer.render(content, 'a-2a'),
    retainedUntil(decision.outcome, decidedAt),
  );
  // Findable before it is on the log: whoever holds the letter can verify it from its first moment.
  const digests = [letter.sha256, translation.sha256, archived.sha256, frame.verification.digest];
  await Promise.all(digests.map((digest) => listLetter(table, digest, caseId)));
  const command = {
    type: 'note-letter',
    ...letter,
    sizeBytes: pdf.byteLength,
    archived,
    translation,
  } as const;
  const corrections = state.earlier.length;
  const once = corrections === 0 ? 'once' : `correction:${corrections}`;
  accepted(await commandCase(table, caseId, command, orderOf('render-letter', once), events));
  return { key: letter.key };
});

async function keepPdf(
  where: Bucket,
  caseId: string,
  pdf: Uint8Array,
  retainUntil?: string,
): Promise<StoredFile> {
  const digest = sha256(pdf);
  const key = `letters/${caseId}/${digest}.pdf`;
  await keepFile(where, key, pdf, 'application/pdf', retainUntil);
  return { key, sha256: digest };
}

/** The presenter who put the plan forward, and the decision maker who approved the drafts. */
function signatoriesOf(
  { planApprovedBy = '', decidedBy = '' }: RoundState,
  { names }: Officials,
): Signatories {
  return { presenter: names[planApprovedBy] ?? planApprovedBy, decisionMaker: names[decidedBy] ?? decidedBy };
}
