import type { SignedIn } from '../../domain/access/relations.ts';
import { findDraft, type KeptDraft } from '../../store/drafts.ts';
import { type Answer, notFound } from '../answer.ts';
import type { Request } from '../api.ts';
import { attachmentsOf } from './draft-files.ts';
import { actsFor, type Means } from './means.ts';
import type { Subject } from './subject.ts';

/**
 * Does something with the revision that the request means: without `If-Match` nothing is done, and where it was saved
 * by somebody else meanwhile, before or while doing it, the answer brings what is there now. Saving again what is there
 * is no conflict, so that a request whose answer was lost can be repeated.
 */
export async function ofRevision<Body>(
  means: Means,
  { ifMatch, body, person, subject }: Request<Body, Pick<Subject, 'draft'>>,
  run: (kept: KeptDraft) => Promise<Answer | undefined>,
): Promise<Answer> {
  const kept = subject.draft;
  if (ifMatch === undefined) return { refused: 'revision-needed', status: 428 };
  const done = ifMatch === kept.draft.revision ? await run(kept) : undefined;
  if (done) return done;
  const now = await findDraft(means.table, kept.draft.draftId);
  if (!now) return notFound;
  if (isSavedAlready(now, ifMatch, body, person)) return savedAs(now.draft);
  const { document } = await shown(means, now, person);
  return { refused: 'changed-meanwhile', status: 412, current: document, revision: now.draft.revision };
}

/** Whether the same person's same saving has been carried out before. */
function isSavedAlready(
  { draft }: KeptDraft,
  ifMatch: number,
  body: unknown,
  { username }: SignedIn,
): boolean {
  if (typeof body !== 'object' || body === null || !('document' in body)) return false;
  const isNext = draft.revision === ifMatch + 1 && draft.savedBy === username;
  return isNext && JSON.stringify(body.document) === JSON.stringify(draft.document);
}

/** What a saving is answered with. */
export function savedAs({ revision, savedAt, savedBy }: KeptDraft['draft']): Answer {
  return { status: 200, document: { revision, savedAt, savedBy }, revision };
}

/** A draft as its writers see it. */
export async function shown(
  means: Means,
  kept: KeptDraft,
  person: SignedIn,
): Promise<{ status: number; document: object; revision: number }> {
  const { draft, editors } = kept;
  const { sent, ...rest } = draft;
  const attachments = await attachmentsOf(means, kept);
  const mayAct = actsFor(person, draft);
  const document = {
    ...rest,
    ...(sent ? { sent } : {}),
    attachments,
    /** Whether this person may send it, invite others and throw it away. */
    mayAct,
    editors: mayAct ? editors : editors.filter((username) => username === person.username),
  };
  return { status: 200, document, revision: draft.revision };
}
