import type { SignedIn } from '../../domain/access/relations.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { opaqueIdOf } from '../../domain/ids.ts';
import { toInstant } from '../../domain/time.ts';
import { createDraft, keepAttachment } from '../../store/drafts.ts';
import { copyFile } from '../../store/files.ts';
import { requirePublished } from '../../store/rounds.ts';
import { keyOf, readAccepted } from '../submission.ts';
import { keyOfAttachment } from './draft-files.ts';
import type { Means } from './means.ts';

/**
 * Makes a draft of an application's next version from the one that is handled now, with its attachments: for an applicant
 * who has no draft of it any more, or applied without one. Returns the draft's id; undefined where nothing was received.
 */
export async function redraft(
  { table, bucket }: Means,
  caseId: string,
  { current, callId = '', businessId = '' }: CaseState,
  { username }: SignedIn,
  commandId: string,
): Promise<string | undefined> {
  if (!current) return undefined;
  const { version } = current;
  const { published } = await requirePublished(table, callId);
  const { attachments, ...application } = await readAccepted(bucket, { caseId, version });
  const { format: _, callId: __, applicant, ...document } = application;
  const { businessId: ___, ...named } = applicant;
  const draftId = opaqueIdOf('draft', username, caseId, commandId);
  const now = toInstant(Date.now());
  for (const file of attachments) {
    await copyFile(
      bucket,
      keyOf(caseId, version, file.name),
      keyOfAttachment(draftId, file.sha256),
      file.type,
    );
    await keepAttachment(table, draftId, file, now);
  }
  const draft = {
    draftId,
    callId,
    businessId,
    caseId,
    revision: 1,
    document: { ...document, applicant: named },
    createdAt: now,
    savedAt: now,
    savedBy: username,
  };
  await createDraft(table, draft, published.closesAt);
  return draftId;
}
