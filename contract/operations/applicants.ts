import {
  acceptedInvitation,
  announcedAttachment,
  answeredHearing,
  applicationList,
  applicationVersion,
  applicationView,
  declinedGrant,
  draft,
  draftCheck,
  invitation,
  openedApplication,
  openedVersion,
  ownRectification,
  readiness,
  removed,
  requestedExtension,
  requestedRectification,
  savedDraft,
  sentDraft,
  withdrawnApplication,
} from '../answers/applicants.ts';
import { download } from '../answers/shared.ts';
import {
  acceptInvitationRequest,
  announceAttachmentRequest,
  createDraftRequest,
  inviteRequest,
  readyRequest,
  redraftRequest,
  saveDraftRequest,
  submitDraftRequest,
} from '../draft.ts';
import { pageQuery } from '../listing.ts';
import {
  answerHearingRequest,
  declineGrantRequest,
  openApplicationRequest,
  openVersionRequest,
  rectificationRequest,
  requestExtensionRequest,
  withdrawApplicationRequest,
} from '../requests.ts';
import type { RouteKey } from '../routes.ts';
import type { Described } from './described.ts';

/** What applicants ask. */
export const applicantOperations = {
  'GET /applications': {
    summary: 'All drafts and cases of one’s organisations',
    query: pageQuery,
    answer: applicationList,
  },
  'POST /calls/{callId}/drafts': {
    summary: 'Begins an application',
    request: createDraftRequest,
    answer: draft,
    status: 201,
  },
  'POST /applications/{caseId}/drafts': {
    summary: 'Begins the next version of an application from the one that was received',
    request: redraftRequest,
    answer: draft,
    status: 201,
  },
  'GET /drafts/{draftId}': { summary: 'A draft', answer: draft },
  'PUT /drafts/{draftId}': {
    summary: 'Saves a draft in place of a revision',
    request: saveDraftRequest,
    ofRevision: true,
    answer: savedDraft,
  },
  'DELETE /drafts/{draftId}': { summary: 'Throws a draft away', ofRevision: true, answer: removed },
  'POST /drafts/{draftId}/check': {
    summary: 'Everything missing or wrong before sending',
    answer: draftCheck,
  },
  'POST /drafts/{draftId}/attachments': {
    summary: 'Announces one file; gives the address to put it at',
    request: announceAttachmentRequest,
    answer: announcedAttachment,
    status: 201,
  },
  'GET /drafts/{draftId}/attachments/{sha256}': {
    summary: 'Where a file of a draft can be read',
    answer: download,
  },
  'DELETE /drafts/{draftId}/attachments/{sha256}': { summary: 'Takes a file off a draft', answer: removed },
  'POST /drafts/{draftId}/invitations': {
    summary: 'Makes a link that lets one person write on a draft',
    request: inviteRequest,
    answer: invitation,
    status: 201,
  },
  'POST /invitations': {
    summary: 'Takes an invitation',
    request: acceptInvitationRequest,
    answer: acceptedInvitation,
  },
  'DELETE /drafts/{draftId}/editors/{username}': { summary: 'Ends an invitation', answer: removed },
  'POST /drafts/{draftId}/ready': {
    summary: 'Says that a revision waits to be signed, or no more',
    request: readyRequest,
    ofRevision: true,
    answer: readiness,
  },
  'POST /drafts/{draftId}/submission': {
    summary: 'Signs and sends a revision',
    request: submitDraftRequest,
    ofRevision: true,
    answer: sentDraft,
    status: 202,
  },
  'POST /calls/{callId}/applications': {
    summary: 'Opens an application to upload to',
    request: openApplicationRequest,
    answer: openedApplication,
    status: 201,
  },
  'POST /applications/{caseId}/versions': {
    summary: 'Announces a version; gives the addresses to put its files at',
    request: openVersionRequest,
    answer: openedVersion,
    status: 201,
  },
  'GET /applications/{caseId}': { summary: 'One’s case', answer: applicationView },
  'GET /applications/{caseId}/versions/{version}': {
    summary: 'A version that was received',
    answer: applicationVersion,
  },
  'GET /applications/{caseId}/versions/{version}/files/{sha256}': {
    summary: 'Where a file of a version can be read',
    answer: download,
  },
  'POST /applications/{caseId}/extension': {
    summary: 'Asks for more time to complete',
    request: requestExtensionRequest,
    answer: requestedExtension,
    status: 201,
  },
  'POST /applications/{caseId}/withdrawal': {
    summary: 'Withdraws an application',
    request: withdrawApplicationRequest,
    answer: withdrawnApplication,
    status: 201,
  },
  'POST /applications/{caseId}/statement': {
    summary: 'Answers when heard about a correction',
    request: answerHearingRequest,
    answer: answeredHearing,
    status: 201,
  },
  'GET /applications/{caseId}/letter': { summary: 'Where the decision can be read', answer: download },
  'GET /applications/{caseId}/translation': {
    summary: 'Where its courtesy translation into English can be read',
    answer: download,
  },
  'POST /applications/{caseId}/rectification': {
    summary: 'Asks for rectification of the decision',
    request: rectificationRequest,
    answer: requestedRectification,
    status: 201,
  },
  'GET /applications/{caseId}/rectification': {
    summary: 'The request for rectification, and what was decided on it',
    answer: ownRectification,
  },
  'GET /applications/{caseId}/rectification/letter': {
    summary: 'Where the decision on the request can be read',
    answer: download,
  },
  'POST /applications/{caseId}/refusal': {
    summary: 'Declines the grant',
    request: declineGrantRequest,
    answer: declinedGrant,
    status: 201,
  },
} as const satisfies Partial<Record<RouteKey, Described>>;
