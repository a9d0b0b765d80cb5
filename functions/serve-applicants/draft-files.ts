import { uploadLimits } from '../../contract/application.ts';
import { isSha256 } from '../../domain/canonical.ts';
import type { DraftAttachment } from '../../domain/draft/draft.ts';
import { toInstant } from '../../domain/time.ts';
import { dropAttachment, type KeptDraft, keepAttachment } from '../../store/drafts.ts';
import {
  addressForDownload,
  addressForUpload,
  findFile,
  removeFile,
  uploadSeconds,
} from '../../store/files.ts';
import { type Answer, conflict, notFound } from '../answer.ts';
import type { Means } from './means.ts';

/** Where a draft's file lies: under its digest, so that a name can be changed and the same file is uploaded once. */
export function keyOfAttachment(draftId: string, sha256: string): string {
  return `drafts/${draftId}/${sha256}`;
}

/** A draft's attachments, each with whether all its bytes have arrived: what an upload goes on from after a reload. */
export function attachmentsOf(
  { bucket }: Means,
  { draft, attachments }: KeptDraft,
): Promise<readonly (DraftAttachment & { readonly uploaded: boolean })[]> {
  return Promise.all(
    attachments.map(async (file) => {
      const found = await findFile(bucket, keyOfAttachment(draft.draftId, file.sha256));
      return { ...file, uploaded: found !== undefined };
    }),
  );
}

/** Takes up one more file: gives an address that takes exactly its bytes, or says that they have arrived before. */
export async function announceAttachment(
  { table, bucket }: Means,
  { draft, attachments }: KeptDraft,
  file: DraftAttachment,
): Promise<Answer> {
  const { draftId } = draft;
  const others = attachments.filter(({ sha256 }) => sha256 !== file.sha256);
  if (others.length >= uploadLimits.attachments) {
    return conflict({ refused: 'too-many-attachments', details: { maximum: uploadLimits.attachments } });
  }
  if (others.some(({ name }) => name === file.name)) return conflict({ refused: 'attachment-name-taken' });
  const key = keyOfAttachment(draftId, file.sha256);
  await keepAttachment(table, draftId, file, toInstant(Date.now()));
  if (await findFile(bucket, key)) return { status: 200, document: { ...file, uploaded: true } };
  const upload = await addressForUpload(bucket, key, file, uploadSeconds);
  const expiresAt = toInstant(Date.now() + uploadSeconds * 1000);
  return { status: 201, document: { ...file, uploaded: false, upload: { ...upload, expiresAt } } };
}

/** Where a file of a draft can be read for some minutes. */
export async function addressOfAttachment(
  { bucket }: Means,
  { draft, attachments }: KeptDraft,
  sha256 = '',
): Promise<Answer> {
  const file = attachments.find((known) => known.sha256 === sha256);
  const key = keyOfAttachment(draft.draftId, sha256);
  if (!file || !(await findFile(bucket, key))) return notFound;
  return { status: 200, document: { url: await addressForDownload(bucket, key, file.name), sha256 } };
}

/** Takes a file off a draft and away. */
export async function removeAttachment(
  { table, bucket }: Means,
  { draft }: KeptDraft,
  sha256 = '',
): Promise<Answer> {
  if (!isSha256(sha256)) return notFound;
  await dropAttachment(table, draft.draftId, sha256);
  await removeFile(bucket, keyOfAttachment(draft.draftId, sha256));
  return { status: 200, document: { removed: sha256 } };
}
