import { applicationFileName } from '../../contract/application.ts';
import type { SignedIn } from '../../domain/access/relations.ts';
import type { Application } from '../../domain/application/application.ts';
import { hashOf, sha256 } from '../../domain/canonical.ts';
import type { UploadFile } from '../../domain/case/events.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { toInstant } from '../../domain/time.ts';
import { listForApplicant } from '../../store/applicants.ts';
import { commandCase, readCase } from '../../store/cases.ts';
import { type KeptDraft, noteSent } from '../../store/drafts.ts';
import { copyFile, keepFile, uploadSeconds } from '../../store/files.ts';
import { requirePublished } from '../../store/rounds.ts';
import { type Answer, conflict } from '../answer.ts';
import { keyOf } from '../submission.ts';
import { checkDraft } from './check-draft.ts';
import { keyOfAttachment } from './draft-files.ts';
import { actorOf, type Means } from './means.ts';

/**
 * Sends a draft without faults the way every submission goes: a version is opened for its files, they are put where the
 * version has them, `application.json` last, and the intake does the rest. Each step is done once for the same content,
 * so a request that was cut off can be repeated, and two people who send at once send one version.
 */
export async function submitDraft(means: Means, kept: KeptDraft, person: SignedIn): Promise<Answer> {
  const { table, bucket } = means;
  const { draft, attachments } = kept;
  const { draftId, caseId } = draft;
  const { published } = await requirePublished(table, draft.callId);
  const { opensAt, closesAt, call } = published;
  const { application, faults } = await checkDraft(means, kept, { ...call, opensAt, closesAt });
  if (!application) return { refused: 'draft-has-faults', status: 422, faults };

  const opened = await openCase(means, kept, application, person);
  if (opened.kind === 'refused') return conflict(opened.refusal);
  const json = Buffer.from(JSON.stringify(application, null, 2));
  const file = {
    name: applicationFileName,
    sizeBytes: json.length,
    type: 'application/json',
    sha256: sha256(json),
  };
  const now = Date.now();
  const command = {
    type: 'open-version',
    files: [...attachments, file],
    closesAt,
    expiresAt: toInstant(now + uploadSeconds * 1000),
  } as const;
  const attempt = lostOf(opened.state, toInstant(now));
  const outcome = await commandCase(table, caseId, command, {
    actor: actorOf(person, draft.businessId),
    commandId: `send:${draftId}:${draft.revision}:${file.sha256}:${attempt}`,
  });
  if (outcome.kind === 'refused') return conflict(outcome.refusal);
  if (outcome.event.type !== 'version-opened') throw new Error('a sent draft opens a version');
  const { version, files } = outcome.event.data;
  await Promise.all(
    attachments.map(({ name, type, sha256: digest }) =>
      copyFile(bucket, keyOfAttachment(draftId, digest), keyOf(caseId, version, name), type),
    ),
  );
  await keepFile(bucket, keyOf(caseId, version, file.name), json, file.type);
  const sent = {
    revision: draft.revision,
    version,
    applicationSha256: file.sha256,
    sha256: digestOf(files),
    by: outcome.event.actor.kind === 'applicant' ? outcome.event.actor.username : person.username,
    at: outcome.event.at,
  };
  await noteSent(table, draftId, sent);
  return { status: 202, document: { caseId, ...sent } };
}

/** The digest that the receipt and the log tell of a version: of the list of its files. */
function digestOf(files: readonly UploadFile[]): string {
  return hashOf(files.map(({ name, sha256: digest }) => ({ name, sha256: digest })));
}

/** Opens the draft's case with its first submission; afterwards it is open already. */
async function openCase(
  { table }: Means,
  { draft }: KeptDraft,
  application: Application,
  person: SignedIn,
): Promise<Awaited<ReturnType<typeof commandCase>> | { kind: 'open'; state: CaseState }> {
  const { caseId, businessId, callId, draftId } = draft;
  const { state } = await readCase(table, caseId);
  if (state.stage !== 'unopened') return { kind: 'open', state };
  await listForApplicant(table, { caseId, businessId });
  const { opensAt, closesAt } = (await requirePublished(table, callId)).published;
  const { language, applicant } = application;
  const opening = { callId, businessId, email: applicant.email, language, opensAt, closesAt };
  return commandCase(
    table,
    caseId,
    { type: 'open-application', ...opening },
    { actor: actorOf(person, businessId), commandId: `open:${draftId}` },
  );
}

/** How many versions came to nothing: refused by the intake, or never put in their time. The same content may then be sent anew. */
function lostOf({ versions }: CaseState, now: string): number {
  return versions.filter(
    ({ fate, expiresAt }) => fate === 'rejected' || (fate === 'awaited' && expiresAt < now),
  ).length;
}
