import { log } from '../answers/cases.ts';
import { mailsOfCall } from '../answers/mails.ts';
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
} from '../answers/rounds.ts';
import { answeredFeedback, feedbackList } from '../answers/service.ts';
import { download } from '../answers/shared.ts';
import { taskList, tasksOfCall } from '../answers/tasks.ts';
import { answerFeedbackRequest } from '../feedback.ts';
import { pageQuery, taskQuery } from '../listing.ts';
import {
  correctCallRequest,
  declareTiesRequest,
  nameOfficialsRequest,
  publishCallRequest,
  reallocationDecisionRequest,
  reallocationRequest,
} from '../requests.ts';
import type { RouteKey } from '../routes.ts';
import { whatIfRequest } from '../what-if.ts';
import type { Described } from './described.ts';

/** What officials ask of calls, and of their own work. */
export const callOperations = {
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
} as const satisfies Partial<Record<RouteKey, Described>>;
