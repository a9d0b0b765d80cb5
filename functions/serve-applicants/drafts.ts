import { randomBytes } from 'node:crypto';
import {
  acceptInvitationRequest,
  announceAttachmentRequest,
  createDraftRequest,
  draftBytes,
  inviteRequest,
  readyRequest,
  redraftRequest,
  saveDraftRequest,
  submitDraftRequest,
} from '../../contract/draft.ts';
import type { RouteKeyOf } from '../../contract/routes.ts';
import { sha256 } from '../../domain/canonical.ts';
import type { DraftDocument } from '../../domain/draft/draft.ts';
import { opaqueIdOf } from '../../domain/ids.ts';
import { toInstant } from '../../domain/time.ts';
import {
  acceptInvitation,
  createDraft,
  findDraft,
  keepInvitation,
  markReady,
  removeDraft,
  removeEditor,
  saveDraft,
} from '../../store/drafts.ts';
import { removeFile } from '../../store/files.ts';
import { readRound, requirePublished } from '../../store/rounds.ts';
import { textOfFault } from '../../texts/faults.ts';
import { conflict, notFound, type Refused } from '../answer.ts';
import { type Operation, reading, writing } from '../api.ts';
import { checkDraft } from './check-draft.ts';
import { addressOfAttachment, announceAttachment, keyOfAttachment, removeAttachment } from './draft-files.ts';
import { ofRevision, savedAs, shown } from './draft-revision.ts';
import { explainPlaced } from './explain-finding.ts';
import { actsFor, type Means } from './means.ts';
import { redraft } from './redraft.ts';
import type { Subject } from './subject.ts';
import { submitDraft } from './submit-draft.ts';

/** How long an invitation to write on a draft is good for. */
const invitationDays = 14;

type DraftRoute = Extract<
  RouteKeyOf<'applicant'>,
  `${string} /drafts/${string}` | `POST ${string}/drafts` | 'POST /invitations'
>;

/** What applicants may do with applications that are being written. */
export function draftOperations(means: Means): Readonly<Record<DraftRoute, Operation<Subject>>> {
  const { table, bucket } = means;
  return {
    'POST /calls/{callId}/drafts': writing(createDraftRequest, async ({ path, body, person }) => {
      const { commandId, businessId, document } = body;
      if (!actsFor(person, body)) return { refused: 'not-your-organisation', status: 403 };
      const { published } = (await readRound(table, path.callId ?? '')).state;
      if (!published) return notFound;
      const { closesAt, call } = published;
      const now = toInstant(Date.now());
      if (now > closesAt) return conflict({ refused: 'closing-passed', details: { closesAt } });
      const tooLarge = refusalOfSize(document);
      if (tooLarge) return tooLarge;
      const draftId = opaqueIdOf('draft', person.username, call.id, businessId, commandId);
      const draft = {
        draftId,
        callId: call.id,
        businessId,
        caseId: opaqueIdOf('application', 'draft', draftId),
        revision: 1,
        document,
        createdAt: now,
        savedAt: now,
        savedBy: person.username,
      };
      await createDraft(table, draft, closesAt);
      const kept = await findDraft(table, draftId);
      return kept ? { ...(await shown(means, kept, person)), status: 201 } : notFound;
    }),

    'POST /applications/{caseId}/drafts': writing(redraftRequest, async ({ body, person, subject }) => {
      const { caseId, state } = subject.case;
      const draftId = await redraft(means, caseId, state, person, body.commandId);
      const kept = draftId ? await findDraft(table, draftId) : undefined;
      if (!kept) return conflict({ refused: 'wrong-stage', details: { stage: state.stage } });
      return { ...(await shown(means, kept, person)), status: 201 };
    }),

    'GET /drafts/{draftId}': reading(({ subject, person }) => shown(means, subject.draft, person)),

    'PUT /drafts/{draftId}': writing(saveDraftRequest, (request) =>
      ofRevision(means, request, async ({ draft }) => {
        const { document } = request.body;
        const tooLarge = refusalOfSize(document);
        if (tooLarge) return tooLarge;
        const { published } = await requirePublished(table, draft.callId);
        const change = {
          ...draft,
          document,
          savedAt: toInstant(Date.now()),
          savedBy: request.person.username,
        };
        const saved = await saveDraft(table, change, published.closesAt);
        return saved ? savedAs({ ...change, revision: draft.revision + 1 }) : undefined;
      }),
    ),

    'DELETE /drafts/{draftId}': reading((request) =>
      ofRevision(means, request, async ({ draft, attachments }) => {
        const { draftId, revision } = draft;
        const removed = await removeDraft(table, draftId, revision);
        if (!removed) return undefined;
        for (const file of attachments) await removeFile(bucket, keyOfAttachment(draftId, file.sha256));
        return { status: 200, document: { removed: draftId } };
      }),
    ),

    'POST /drafts/{draftId}/check': reading(async ({ subject, language }) => {
      const { draft } = subject.draft;
      const { published } = await requirePublished(table, draft.callId);
      const { call, opensAt, closesAt } = published;
      const { faults, findings } = await checkDraft(means, subject.draft, { ...call, opensAt, closesAt });
      return {
        status: 200,
        document: {
          revision: draft.revision,
          sendable: faults.length === 0,
          faults: faults.map((fault) => ({ ...fault, text: textOfFault(fault, language) })),
          findings: findings.map((placed) => explainPlaced(placed, call, language)),
        },
      };
    }),

    'POST /drafts/{draftId}/attachments': writing(announceAttachmentRequest, ({ body, subject }) =>
      announceAttachment(means, subject.draft, body),
    ),

    'GET /drafts/{draftId}/attachments/{sha256}': reading(({ path, subject }) =>
      addressOfAttachment(means, subject.draft, path.sha256),
    ),

    'DELETE /drafts/{draftId}/attachments/{sha256}': reading(({ path, subject }) =>
      removeAttachment(means, subject.draft, path.sha256),
    ),

    'POST /drafts/{draftId}/invitations': writing(inviteRequest, async ({ subject }) => {
      const { draftId } = subject.draft.draft;
      const secret = randomBytes(32).toString('base64url');
      const expiresAt = toInstant(Date.now() + invitationDays * 24 * 60 * 60 * 1000);
      await keepInvitation(table, sha256(secret), { draftId, expiresAt });
      return { status: 201, document: { secret, expiresAt } };
    }),

    'POST /invitations': writing(acceptInvitationRequest, async ({ body, person }) => {
      const now = toInstant(Date.now());
      const draftId = await acceptInvitation(table, sha256(body.secret), person.username, now);
      return draftId ? { status: 200, document: { draftId } } : notFound;
    }),

    'DELETE /drafts/{draftId}/editors/{username}': reading(async ({ path, subject }) => {
      const { username = '' } = path;
      await removeEditor(table, subject.draft.draft.draftId, username);
      return { status: 200, document: { removed: username } };
    }),

    'POST /drafts/{draftId}/ready': writing(readyRequest, (request) =>
      ofRevision(means, request, async ({ draft }) => {
        const { draftId, revision } = draft;
        const by = { revision, by: request.person.username, at: toInstant(Date.now()) };
        const ready = request.body.ready ? by : undefined;
        const marked = await markReady(table, draftId, revision, ready);
        return marked ? { status: 200, document: { revision, ready }, revision } : undefined;
      }),
    ),

    'POST /drafts/{draftId}/submission': writing(submitDraftRequest, (request) =>
      ofRevision(means, request, (draft) => submitDraft(means, draft, request.person)),
    ),
  };
}

function refusalOfSize(document: DraftDocument): Refused | undefined {
  const bytes = Buffer.byteLength(JSON.stringify(document));
  if (bytes <= draftBytes) return undefined;
  return { refused: 'draft-too-large', status: 413, details: { bytes, maximum: draftBytes } };
}
