import { isSha256, type Sha256 } from '../../domain/canonical.ts';
import type { ListedDraft } from '../../domain/decision/batch.ts';
import { type Verification, verify } from '../../domain/decision/verification.ts';
import { readCase } from '../../store/cases.ts';
import { type Bucket, readDocument } from '../../store/files.ts';
import { findLetter } from '../../store/letters.ts';
import { readRectification } from '../../store/rectifications.ts';
import { requirePublished } from '../../store/rounds.ts';
import type { Table } from '../../store/table.ts';

/**
 * Whether something with this digest is a letter or a decision of the authority, and what proves it. The digest finds
 * the case; the case's own log says the rest.
 */
export async function verifyLetter(
  { table, bucket }: { table: Table; bucket: Bucket },
  digest: Sha256,
): Promise<Verification | undefined> {
  const caseId = isSha256(digest) ? await findLetter(table, digest) : undefined;
  if (!caseId) return undefined;
  const [{ state }, { state: rectification }] = await Promise.all([
    readCase(table, caseId),
    readRectification(table, caseId),
  ]);
  const { state: round } = await requirePublished(table, state.callId ?? '');
  const { drafts, signature, proposal } = round;
  if (!drafts || !signature || !proposal) return undefined;
  const listed = await readDocument<ListedDraft[]>(bucket, drafts.list);
  const batch = {
    plan: proposal.plan.sha256,
    revision: drafts.revision,
    drafts: listed.map(({ draft }) => draft.sha256),
  };
  return verify(digest, state, rectification, { batch, signature });
}
