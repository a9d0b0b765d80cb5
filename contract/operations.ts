import * as z from 'zod/mini';
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
} from './answers/applicants.ts';
import {
  casePage,
  decidedRectification,
  log,
  notedInstalment,
  proposedCorrection,
  rectification,
} from './answers/cases.ts';
import { mailsOfCall, mailsOfCase, reorderedMail } from './answers/mails.ts';
import { acknowledgement, callList, municipalityList, publicCall, verification } from './answers/public.ts';
import {
  caseList,
  correctedCall,
  decidedReallocation,
  declaredTies,
  draftList,
  namedOfficials,
  publishedCall,
  reallocation,
  roundList,
  roundPage,
  tiesPage,
  whatIf,
} from './answers/rounds.ts';
import { answeredFeedback, answeredRemoval, feedbackList, removalList } from './answers/service.ts';
import { download, noted } from './answers/shared.ts';
import { shownTask, taskList, tasksOfCall } from './answers/tasks.ts';
import {
  acceptInvitationRequest,
  announceAttachmentRequest,
  createDraftRequest,
  inviteRequest,
  readyRequest,
  redraftRequest,
  saveDraftRequest,
  submitDraftRequest,
} from './draft.ts';
import { answerFeedbackRequest, feedbackRequest } from './feedback.ts';
import { municipalityQuery, pageQuery, taskQuery } from './listing.ts';
import { announcement, results } from './open-data.ts';
import {
  answerHearingRequest,
  answerRemovalRequest,
  changeScoresRequest,
  correctCallRequest,
  declareTiesRequest,
  declineGrantRequest,
  nameOfficialsRequest,
  noteLastInstalmentRequest,
  openApplicationRequest,
  openVersionRequest,
  proposeCorrectionRequest,
  publishCallRequest,
  reallocationDecisionRequest,
  reallocationRequest,
  rectificationDecisionRequest,
  rectificationRequest,
  requestExtensionRequest,
  resendRequest,
  withdrawApplicationRequest,
} from './requests.ts';
import type { RouteKey } from './routes.ts';
import { taskAnswer } from './task-answer.ts';
import { whatIfRequest } from './what-if.ts';

/** What a route takes and gives. */
export interface Described {
  readonly summary: string;
  /** The body it takes; none without. */
  readonly request?: z.ZodMiniType;
  /** The parameters after its path. */
  readonly query?: z.ZodMiniType;
  /** Whether the request must say by `If-Match` which revision it is about. */
  readonly ofRevision?: true;
  /** The JSON document it gives; where there is none, it gives a file of the type `media`. */
  readonly answer?: z.ZodMiniType;
  readonly media?: string;
  /** 200 unless it says otherwise. */
  readonly status?: 200 | 201 | 202;
}

/** Every route with what it takes and gives: what the OpenAPI document and the typed client are made of. */
export const operations = {
  'GET /calls': { summary: 'All published calls with their rules', answer: callList },
  'GET /calls/{callId}': { summary: 'A call with its rules', answer: publicCall },
  'GET /calls/{callId}/results': { summary: 'The results of a decided call', answer: results },
  'GET /calls/{callId}/results.csv': { summary: 'The same as CSV', media: 'text/csv' },
  'GET /calls/{callId}/results.html': { summary: 'The same as a page', media: 'text/html' },
  'GET /calls/{callId}/announcement': { summary: 'The announcement as open data', answer: announcement },
  'GET /schemas/{schema}': {
    summary: 'A format of the open data, as JSON Schema',
    answer: z.looseObject({}),
  },
  'GET /letters/{digest}': {
    summary: 'Whether a letter is the authority’s and in force',
    answer: verification,
  },
  'GET /municipalities': {
    summary: 'The municipalities of Finland',
    query: municipalityQuery,
    answer: municipalityList,
  },
  'POST /feedback': {
    summary: 'Feedback on the service and its accessibility',
    request: feedbackRequest,
    answer: acknowledgement,
    status: 201,
  },
  'GET /openapi.json': { summary: 'This document', answer: z.looseObject({}) },

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

  'POST /calls': {
    summary: 'Publishes a call',
    request: publishCallRequest,
    answer: publishedCall,
    status: 201,
  },
  'POST /calls/{callId}/corrections': {
    summary: 'Corrects a published call',
    request: correctCallRequest,
    answer: correctedCall,
  },
  'POST /calls/{callId}/officials': {
    summary: 'Names or releases officials of a published call',
    request: nameOfficialsRequest,
    answer: namedOfficials,
  },
  'GET /rounds': { summary: 'The calls one handles', answer: roundList },
  'GET /tasks': { summary: 'One’s open tasks over all calls', query: taskQuery, answer: taskList },
  'GET /feedback': { summary: 'The feedback on the service', query: pageQuery, answer: feedbackList },
  'POST /feedback/{feedbackId}/answer': {
    summary: 'Notes how feedback was answered',
    request: answerFeedbackRequest,
    answer: answeredFeedback,
  },
  'GET /calls/{callId}/ties': { summary: 'The cases to consider one’s ties to', answer: tiesPage },
  'POST /calls/{callId}/ties': {
    summary: 'Declares in which cases a ground of disqualification bars one',
    request: declareTiesRequest,
    answer: declaredTies,
    status: 201,
  },
  'GET /calls/{callId}/round': { summary: 'How a call stands', answer: roundPage },
  'GET /calls/{callId}/mails': {
    summary: 'All messages of a call and its cases',
    query: pageQuery,
    answer: mailsOfCall,
  },
  'GET /calls/{callId}/cases.csv': { summary: 'The cases of a call as CSV', media: 'text/csv' },
  'GET /calls/{callId}/cases.xlsx': {
    summary: 'The cases of a call as a workbook',
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  'GET /calls/{callId}/tasks': {
    summary: 'One’s open tasks in a call',
    query: pageQuery,
    answer: tasksOfCall,
  },
  'GET /calls/{callId}/cases': { summary: 'The cases of a call', query: pageQuery, answer: caseList },
  'GET /calls/{callId}/log': { summary: 'The log of a call', answer: log },
  'GET /calls/{callId}/drafts': { summary: 'The drafted decisions', answer: draftList },
  'GET /calls/{callId}/drafts/{digest}/letter': {
    summary: 'Where the letter that a draft would become can be read',
    answer: download,
  },
  'POST /calls/{callId}/what-ifs': {
    summary: 'Computes what would follow from something else',
    request: whatIfRequest,
    answer: whatIf,
  },
  'POST /calls/{callId}/reallocations': {
    summary: 'Proposes what follows for others when awards have changed, or there is more money',
    request: reallocationRequest,
    answer: reallocation,
  },
  'GET /calls/{callId}/reallocation': { summary: 'The proposed reallocation', answer: reallocation },
  'POST /calls/{callId}/reallocations/{plan}/decision': {
    summary: 'Approves a proposed reallocation, or returns it',
    request: reallocationDecisionRequest,
    answer: decidedReallocation,
  },
  'GET /tasks/{taskId}': { summary: 'A task', answer: shownTask },
  'POST /tasks/{taskId}/answer': { summary: 'Answers a task', request: taskAnswer, answer: noted },
  'GET /cases/{caseId}': { summary: 'A case', answer: casePage },
  'GET /cases/{caseId}/versions/{version}': {
    summary: 'A version of its application',
    answer: applicationVersion,
  },
  'GET /cases/{caseId}/versions/{version}/files/{sha256}': {
    summary: 'Where a file of a version can be read',
    answer: download,
  },
  'POST /cases/{caseId}/scores': {
    summary: 'Changes one’s scores',
    request: changeScoresRequest,
    answer: noted,
  },
  'POST /cases/{caseId}/corrections': {
    summary: 'Proposes a correction of the decision',
    request: proposeCorrectionRequest,
    answer: proposedCorrection,
    status: 201,
  },
  'POST /cases/{caseId}/last-instalment': {
    summary: 'Notes when the last instalment was paid',
    request: noteLastInstalmentRequest,
    answer: notedInstalment,
  },
  'GET /removals': {
    summary: 'The cases whose data wait to be removed',
    query: pageQuery,
    answer: removalList,
  },
  'POST /cases/{caseId}/removal': {
    summary: 'Confirms that a case’s data are removed, or puts it off',
    request: answerRemovalRequest,
    answer: answeredRemoval,
  },
  'GET /cases/{caseId}/log': { summary: 'The log of a case', answer: log },
  'GET /cases/{caseId}/letter': { summary: 'Where its decision can be read', answer: download },
  'GET /cases/{caseId}/rectification': { summary: 'The request for rectification', answer: rectification },
  'GET /cases/{caseId}/rectification/letter': {
    summary: 'Where the decision on the request can be read',
    answer: download,
  },
  'POST /cases/{caseId}/rectification/decision': {
    summary: 'Decides on the request for rectification',
    request: rectificationDecisionRequest,
    answer: decidedRectification,
  },
  'GET /cases/{caseId}/mails': { summary: 'The messages of a case', answer: mailsOfCase },
  'POST /cases/{caseId}/mails/{key}/resend': {
    summary: 'Has a message sent again',
    request: resendRequest,
    answer: reorderedMail,
    status: 202,
  },
} as const satisfies Readonly<Record<RouteKey, Described>>;
