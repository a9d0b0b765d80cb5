import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SFNClient } from '@aws-sdk/client-sfn';
import { answerFeedbackRequest } from '../../contract/feedback.ts';
import { pageQuery, taskQuery } from '../../contract/listing.ts';
import {
  answerRemovalRequest,
  changeScoresRequest,
  correctCallRequest,
  declareTiesRequest,
  disqualificationRequest,
  noteLastInstalmentRequest,
  proposeCorrectionRequest,
  publishCallRequest,
  rectificationDecisionRequest,
  resendRequest,
} from '../../contract/requests.ts';
import type { RouteKeyOf } from '../../contract/routes.ts';
import { taskAnswer } from '../../contract/task-answer.ts';
import { whatIfRequest } from '../../contract/what-if.ts';
import type { SignedIn } from '../../domain/access/relations.ts';
import { sha256 } from '../../domain/canonical.ts';
import { logFor } from '../../domain/case/visibility.ts';
import type { Actor } from '../../domain/log/event.ts';
import { deadlineAfter, instantOf, toInstant } from '../../domain/time.ts';
import { commandCase, listCases } from '../../store/cases.ts';
import { commandPool } from '../../store/pools.ts';
import { readRectification } from '../../store/rectifications.ts';
import { commandRound, readRound } from '../../store/rounds.ts';
import { keepSeed } from '../../store/seeds.ts';
import { timelineOf } from '../../texts/timeline.ts';
import { api, conflict, notFound, type Operation, querying, reading, writing } from '../api.ts';
import { askForCorrection } from '../ask-officials.ts';
import { fileOf, versionOf } from '../case-versions.ts';
import { letterOf } from '../letter-address.ts';
import { settingsBucket, settingsTable } from '../settings.ts';
import { startChange, startNotice } from '../start-workflow.ts';
import { answerTask } from './answer-task.ts';
import { casePage } from './case-page.ts';
import { decideRectification } from './decide-rectification.ts';
import { declareDisqualification } from './declare-disqualification.ts';
import { casesAsCsv, casesAsWorkbook } from './export-cases.ts';
import { faultsOfCorrection } from './faults-of-correction.ts';
import { answerFeedback, feedbackPage } from './feedback.ts';
import { listDrafts, previewOf } from './list-drafts.ts';
import { listMails } from './list-mails.ts';
import { listOwnTasks, listRounds, listTasksFor } from './list-tasks.ts';
import { answerRemoval, listRemovals } from './retention.ts';
import { roundPage } from './round-page.ts';
import { putOffClosing, scheduleClosing } from './schedule-closing.ts';
import { isAuditor, type Subject, seenBy, subjectOf } from './subject.ts';
import { declareTies, tiesPage } from './ties.ts';
import { tryWhatIf } from './try-what-if.ts';

const table = settingsTable();
const bucket = settingsBucket();
const workflows = new SFNClient();
const scheduler = new SchedulerClient();

/** How long an applicant is heard before a correction to its disadvantage. */
const hearingDays = 14;

/** What an official may do: publish a call, see the cases of the calls they handle, and answer their tasks. */
const operations: Readonly<Record<RouteKeyOf<'official'>, Operation<Subject>>> = {
  'POST /calls': writing(publishCallRequest, async ({ body, person }) => {
    const { call, officials, seed, commandId } = body;
    const opening = { opensAt: instantOf(call.window.opens), closesAt: instantOf(call.window.closes) };
    const { closesAt } = opening;
    const { state } = await readRound(table, call.id);
    if (!state.published && toInstant(Date.now()) >= closesAt) {
      return { refused: 'closing-passed', status: 409, details: { closesAt } };
    }
    const { pool } = call.appropriation;
    if (pool) {
      const joining = { type: 'join-pool', callId: call.id, cents: pool.cents } as const;
      const order = { actor: actorOf(person), commandId: `${call.id}:${commandId}` };
      const joined = await commandPool(table, pool.id, joining, order);
      if (joined.kind === 'refused') return conflict(joined.refusal);
    }
    const command = {
      type: 'publish-call',
      call,
      officials,
      ...opening,
      seedCommitment: sha256(seed),
    } as const;
    const outcome = await commandRound(table, call.id, command, { actor: actorOf(person), commandId });
    if (outcome.kind === 'refused') return conflict(outcome.refusal);
    await keepSeed(table, call.id, seed);
    await scheduleClosing(scheduler, call);
    const assumptions = call.assumptions.map(({ text }) => text);
    return { status: 201, document: { callId: call.id, ...opening, assumptions } };
  }),

  'POST /calls/{callId}/corrections': writing(correctCallRequest, async ({ body, person, subject }) => {
    const { corrections, reason, commandId } = body;
    const { call } = subject.round.published;
    const command = { type: 'correct-call', corrections, reason } as const;
    const faults = faultsOfCorrection(call, corrections);
    if (faults.length > 0) return { refused: 'malformed-request', status: 400, faults };
    const outcome = await commandRound(table, call.id, command, { actor: actorOf(person), commandId });
    if (outcome.kind === 'refused') return conflict(outcome.refusal);
    if (outcome.state.published && corrections.some(({ place }) => place === '/window/closes')) {
      await putOffClosing(scheduler, outcome.state.published.call);
    }
    const { at, data, sequence } = outcome.event;
    return { status: 200, document: { at, sequence, ...data } };
  }),

  'GET /rounds': reading(({ person, language }) => listRounds(table, person, language)),

  'GET /tasks': querying(taskQuery, ({ body, person, language }) =>
    listOwnTasks(table, person, body, language),
  ),

  'GET /feedback': querying(pageQuery, ({ body }) => feedbackPage(table, body)),

  'POST /feedback/{feedbackId}/answer': writing(answerFeedbackRequest, ({ path, body, person }) =>
    answerFeedback(table, path.feedbackId ?? '', body.note, person),
  ),

  'GET /calls/{callId}/ties': reading(({ person, subject, language }) =>
    tiesPage(table, person, subject, language),
  ),

  'POST /calls/{callId}/ties': writing(declareTiesRequest, ({ body, person, subject }) =>
    declareTies(table, subject.round.callId, body, actorOf(person)),
  ),

  'GET /calls/{callId}/round': reading(async (request) => ({
    status: 200,
    document: await roundPage({ table, bucket }, request),
  })),

  'GET /calls/{callId}/mails': reading(async ({ person, subject }) => ({
    status: 200,
    document: await listMails(table, person, subject),
  })),

  'GET /calls/{callId}/cases.csv': reading((request) => casesAsCsv(table, request)),

  'GET /calls/{callId}/cases.xlsx': reading((request) => casesAsWorkbook(table, request)),

  'GET /calls/{callId}/tasks': reading(async ({ person, subject: { round } }) => ({
    status: 200,
    document: { tasks: await listTasksFor(table, person.username, round) },
  })),

  'GET /calls/{callId}/cases': reading(async ({ subject: { round } }) => ({
    status: 200,
    document: { cases: await listCases(table, round.callId) },
  })),

  'GET /calls/{callId}/log': reading(async ({ subject: { round } }) => {
    const { events } = await readRound(table, round.callId);
    return { status: 200, document: { events } };
  }),

  'GET /calls/{callId}/drafts': reading(async ({ person, subject }) => ({
    status: 200,
    document: await listDrafts({ table, bucket }, subject, person),
  })),

  'GET /calls/{callId}/drafts/{digest}/letter': reading(async ({ path, person, subject }) => {
    const { drafts } = await listDrafts({ table, bucket }, subject, person);
    const draft = drafts.find(({ digest }) => digest === path.digest);
    return draft ? previewOf(bucket, draft) : notFound;
  }),

  'POST /calls/{callId}/what-ifs': writing(whatIfRequest, async ({ body, person, subject }) => {
    const order = { actor: actorOf(person), commandId: body.commandId };
    return tryWhatIf({ table, bucket }, subject.round.callId, body.scenario, order);
  }),

  'GET /tasks/{taskId}': reading(async ({ subject }) => {
    const { token: _, ...visible } = subject.task;
    return { status: 200, document: visible };
  }),

  'POST /tasks/{taskId}/answer': writing(taskAnswer, ({ body, person, subject }) =>
    answerTask({ table, workflows }, subject.task, body, actorOf(person)),
  ),

  'GET /cases/{caseId}': reading(async ({ person, subject, language }) => {
    const { caseId, state, events } = subject.case;
    const visible = seenBy(person, subject, caseId, state);
    if (!visible) return notFound;
    const { officials } = subject.round.published;
    const told = logFor(person.username, state, officials, events, isAuditor(subject)) ?? [];
    const page = await casePage(bucket, subject, visible, language);
    return { status: 200, document: { ...page, timeline: timelineOf(told, officials.names, language) } };
  }),

  'GET /cases/{caseId}/versions/{version}': reading(({ path, subject }) =>
    versionOf(bucket, subject.case, path.version),
  ),

  'GET /cases/{caseId}/versions/{version}/files/{sha256}': reading(({ path, subject }) =>
    fileOf(bucket, subject.case, path),
  ),

  'POST /cases/{caseId}/disqualification': writing(disqualificationRequest, ({ body, person, subject }) =>
    declareDisqualification({ table, workflows }, subject, person.username, body.ground, actorOf(person)),
  ),

  'POST /cases/{caseId}/scores': writing(changeScoresRequest, async ({ body, person, subject }) => {
    const { commandId, scores, reason } = body;
    const { criteria } = subject.round.published.call.evaluation;
    const command = { type: 'change-scores', scores, reason, criteria } as const;
    const order = { actor: actorOf(person), commandId };
    const outcome = await commandCase(table, subject.case.caseId, command, order);
    if (outcome.kind === 'refused') return conflict(outcome.refusal);
    const { type, at, data, sequence } = outcome.event;
    return { status: 200, document: { type, at, data, sequence } };
  }),

  'POST /cases/{caseId}/corrections': writing(proposeCorrectionRequest, async ({ body, person, subject }) => {
    const { caseId, state } = subject.case;
    const { officials } = subject.round.published;
    const { commandId, ...proposal } = body;
    const hearUntil = deadlineAfter(toInstant(Date.now()), hearingDays);
    const command = { type: 'propose-correction', ...proposal, hearUntil, officials } as const;
    const outcome = await commandCase(table, caseId, command, { actor: actorOf(person), commandId });
    if (outcome.kind === 'refused') return conflict(outcome.refusal);
    await askForCorrection({ table, workflows }, caseId, outcome.state);
    await startChange(workflows, caseId, state.callId ?? '', outcome.event);
    return { status: 201, document: { sequence: outcome.event.sequence } };
  }),

  'POST /cases/{caseId}/last-instalment': writing(
    noteLastInstalmentRequest,
    async ({ body, person, subject }) => {
      const { officials } = subject.round.published;
      const { commandId, paidOn } = body;
      const command = { type: 'note-last-instalment', paidOn, officials } as const;
      const order = { actor: actorOf(person), commandId };
      const outcome = await commandCase(table, subject.case.caseId, command, order);
      return outcome.kind === 'refused' ? conflict(outcome.refusal) : { status: 200, document: { paidOn } };
    },
  ),

  'GET /removals': reading(() => listRemovals(table)),

  'POST /cases/{caseId}/removal': writing(answerRemovalRequest, ({ body, person, subject }) =>
    answerRemoval({ table, workflows }, subject.case, body, actorOf(person)),
  ),

  'GET /cases/{caseId}/log': reading(async ({ person, subject }) => {
    const { state, events } = subject.case;
    const { officials } = subject.round.published;
    const visible = logFor(person.username, state, officials, events, isAuditor(subject));
    return { status: 200, document: { events: visible } };
  }),

  'GET /cases/{caseId}/letter': reading(({ subject }) => letterOf(bucket, subject.case.state)),

  'GET /cases/{caseId}/rectification': reading(async ({ subject }) => {
    const { state } = await readRectification(table, subject.case.caseId);
    return state.request ? { status: 200, document: state } : notFound;
  }),

  'POST /cases/{caseId}/rectification/decision': writing(
    rectificationDecisionRequest,
    ({ body, person, subject }) => {
      const { officials } = subject.round.published;
      const { caseId } = subject.case;
      return decideRectification(table, { ...body, caseId, officials, actor: actorOf(person) });
    },
  ),

  'GET /cases/{caseId}/mails': reading(async ({ subject }) => {
    const { mails, openedAt } = subject.case.state;
    return { status: 200, document: { mails, openedAt } };
  }),

  'POST /cases/{caseId}/mails/{key}/resend': writing(
    resendRequest,
    async ({ path, body, person, subject }) => {
      const { key = '' } = path;
      const { caseId, state } = subject.case;
      const { commandId, to, reason } = body;
      const command = { type: 'reorder-mail', key, reason, ...(to ? { to } : {}) } as const;
      const outcome = await commandCase(table, caseId, command, { actor: actorOf(person), commandId });
      if (outcome.kind === 'refused') return conflict(outcome.refusal);
      const mail = state.mails.find((known) => known.key === key)?.mail;
      const [, version] = /^(?:receipt|rejection)\.(\d+)$/.exec(key) ?? [];
      const notice = { mail, caseId, ...(version ? { version: Number(version) } : {}) };
      await startNotice(workflows, `resend-${commandId}`, notice);
      return { status: 202, document: { key } };
    },
  ),
};

export const handler = api(operations, (asked) => subjectOf(table, asked));

function actorOf({ username }: SignedIn): Actor {
  return { kind: 'official', username };
}
