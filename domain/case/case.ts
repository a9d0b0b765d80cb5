import type { Commanding, Decider, Refusal } from '../log/decider.ts';
import {
  declineGrant,
  noteFailure,
  noteLetter,
  noteOpened,
  noteOverdue,
  onMail,
  recordDecision,
  replaceDecision,
} from './closing-decisions.ts';
import type { CaseCommand, CaseRefusal } from './commands.ts';
import {
  assignEvaluators,
  changeScores,
  combineScores,
  considerDisagreement,
  declareDisqualification,
  replaceEvaluator,
  saveScores,
} from './evaluation-decisions.ts';
import type { CaseBody } from './events.ts';
import {
  confirmScreening,
  expireCompletion,
  recordScreening,
  requestCompletion,
} from './preparation-decisions.ts';
import { applyToCase, type CaseState, initialCase } from './state.ts';
import { openApplication, openVersion, receiveSubmission, rejectSubmission } from './submission-decisions.ts';

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
  'expire-completion': expireCompletion,
  'confirm-screening': confirmScreening,
  'assign-evaluators': assignEvaluators,
  'declare-disqualification': declareDisqualification,
  'replace-evaluator': replaceEvaluator,
  'save-scores': saveScores,
  'change-scores': changeScores,
  'combine-scores': combineScores,
  'consider-disagreement': considerDisagreement,
  'record-decision': recordDecision,
  'note-letter': noteLetter,
  'note-opened': noteOpened,
  'replace-decision': replaceDecision,
  'decline-grant': declineGrant,
  'want-mail': onMail,
  'note-sent': onMail,
  'note-refused': onMail,
  'note-answer': onMail,
  'note-posted': onMail,
  'reorder-mail': onMail,
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
