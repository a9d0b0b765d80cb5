import type { Commanding, Decider, Refusal } from '../log/decider.ts';
import { applyToCase } from './apply.ts';
import {
  declineGrant,
  noteFailure,
  noteLetter,
  noteOpened,
  noteOverdue,
  onMail,
  raiseGrant,
  recordDecision,
  replaceDecision,
} from './closing-decisions.ts';
import type { CaseCommand, CaseRefusal } from './commands.ts';
import {
  answerExtension,
  askCompletion,
  expireCompletion,
  requestCompletion,
  requestExtension,
} from './completion.ts';
import { answerHearing, decideCorrection, proposeCorrection, signCorrection } from './correction.ts';
import {
  assignEvaluators,
  changeScores,
  combineScores,
  considerDisagreement,
  declareDisqualification,
  releaseEvaluator,
  replaceEvaluator,
  saveScores,
} from './evaluation-decisions.ts';
import type { CaseBody } from './events.ts';
import { confirmScreening, recordScreening } from './preparation-decisions.ts';
import { answerRemoval, noteLastInstalment, proposeRemoval, removeData } from './retention.ts';
import { type CaseState, initialCase } from './state.ts';
import { openApplication, openVersion, receiveSubmission, rejectSubmission } from './submission-decisions.ts';
import { withdrawApplication } from './withdrawal.ts';

type Decisions = {
  readonly [Type in CaseCommand['type']]: (
    state: CaseState,
    command: Extract<CaseCommand, { type: Type }>,
    by: Commanding,
  ) => CaseBody | Refusal<CaseRefusal>;
};

const decisions: Decisions = {
  'open-application': openApplication,
  'open-version': openVersion,
  'reject-submission': rejectSubmission,
  'receive-submission': receiveSubmission,
  'record-screening': recordScreening,
  'request-completion': requestCompletion,
  'ask-completion': askCompletion,
  'request-extension': requestExtension,
  'answer-extension': answerExtension,
  'expire-completion': expireCompletion,
  'confirm-screening': confirmScreening,
  'assign-evaluators': assignEvaluators,
  'declare-disqualification': declareDisqualification,
  'release-evaluator': releaseEvaluator,
  'replace-evaluator': replaceEvaluator,
  'save-scores': saveScores,
  'change-scores': changeScores,
  'combine-scores': combineScores,
  'withdraw-application': withdrawApplication,
  'consider-disagreement': considerDisagreement,
  'record-decision': recordDecision,
  'propose-correction': proposeCorrection,
  'answer-hearing': answerHearing,
  'decide-correction': decideCorrection,
  'sign-correction': signCorrection,
  'note-letter': noteLetter,
  'note-opened': noteOpened,
  'replace-decision': replaceDecision,
  'decline-grant': declineGrant,
  'raise-grant': raiseGrant,
  'want-mail': onMail,
  'note-sent': onMail,
  'note-refused': onMail,
  'note-answer': onMail,
  'note-posted': onMail,
  'reorder-mail': onMail,
  'note-last-instalment': noteLastInstalment,
  'propose-removal': proposeRemoval,
  'answer-removal': answerRemoval,
  'remove-data': removeData,
  'note-failure': noteFailure,
  'note-overdue': noteOverdue,
};

/** The authority's file on one application: how its events add up, and what each command does to it. */
export const caseDecider: Decider<CaseState, CaseCommand, CaseBody, CaseRefusal> = {
  initial: initialCase,
  apply: applyToCase,
  decide: (state, command, by) => {
    const decide = decisions[command.type] as (
      state: CaseState,
      command: CaseCommand,
      by: Commanding,
    ) => CaseBody | Refusal<CaseRefusal>;
    return decide(state, command, by);
  },
};
