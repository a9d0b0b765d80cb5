import { applicationVersion } from '../answers/applicants.ts';
import {
  casePage,
  decidedRectification,
  log,
  notedInstalment,
  proposedCorrection,
  rectification,
} from '../answers/cases.ts';
import { mailsOfCase, reorderedMail } from '../answers/mails.ts';
import { answeredRemoval, removalList } from '../answers/service.ts';
import { download, noted } from '../answers/shared.ts';
import { shownTask } from '../answers/tasks.ts';
import { pageQuery } from '../listing.ts';
import {
  answerRemovalRequest,
  changeScoresRequest,
  noteLastInstalmentRequest,
  proposeCorrectionRequest,
  rectificationDecisionRequest,
  resendRequest,
} from '../requests.ts';
import type { RouteKey } from '../routes.ts';
import { taskAnswer } from '../task-answer.ts';
import type { Described } from './described.ts';

/** What officials ask of a task or a case. */
export const caseOperations = {
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
} as const satisfies Partial<Record<RouteKey, Described>>;
