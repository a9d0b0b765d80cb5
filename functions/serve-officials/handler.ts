import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SFNClient } from '@aws-sdk/client-sfn';
import {
  answerRemovalRequest,
  changeScoresRequest,
  correctCallRequest,
  noteLastInstalmentRequest,
  proposeCorrectionRequest,
  publishCallRequest,
  reallocationDecisionRequest,
  reallocationRequest,
  rectificationDecisionRequest,
  resendRequest,
} from '../../contract/requests.ts';
import type { RouteKeyOf } from '../../contract/routes.ts';
import { taskAnswer } from '../../contract/task-answer.ts';
import { whatIfRequest } from '../../contract/what-if.ts';
import type { Officials } from '../../domain/call/call.ts';
import { sha256 } from '../../domain/canonical.ts';
import { caseFor, hasRole, logFor } from '../../domain/case/visibility.ts';
import type { Actor } from '../../domain/log/event.ts';
import { isFor } from '../../domain/task/task.ts';
import { deadlineAfter, instantOf, toInstant } from '../../domain/time.ts';
import { commandCase, listCases, readCase } from '../../store/cases.ts';
import { commandPool } from '../../store/pools.ts';
import { readRectification } from '../../store/rectifications.ts';
import { commandRound, readRound } from '../../store/rounds.ts';
import { keepSeed } from '../../store/seeds.ts';
import { findTask, listTasks } from '../../store/tasks.ts';
import { api, conflict, notFound, type Operation, type Person, reading, writing } from '../api.ts';
import { askForCorrection } from '../ask-officials.ts';
import { letterOf, rectificationLetterOf } from '../letter-address.ts';
import { requirementsFor } from '../requirements-for.ts';
import { settingsBucket, settingsTable } from '../settings.ts';
import { startChange, startNotice } from '../start-workflow.ts';
import { readApplication } from '../submission.ts';
import { answerTask } from './answer-task.ts';
import { decideRectification } from './decide-rectification.ts';
import { faultsOfCorrection } from './faults-of-correction.ts';
import { listDrafts, previewOf } from './list-drafts.ts';
import { decideReallocation, proposeReallocation, showReallocation } from './reallocate.ts';
import { answerRemoval, isArchivist, listRemovals } from './retention.ts';
import { putOffClosing, scheduleClosing } from './schedule-closing.ts';
import { tryWhatIf } from './try-what-if.ts';

const table = settingsTable();
const bucket = settingsBucket();
const workflows = new SFNClient();
const scheduler = new SchedulerClient();

/** How long an applicant is heard before a correction to its disadvantage. */
const hearingDays = 14;

/** What an official may do: publish a call, see the cases of the calls they handle, and answer their tasks. */
const operations: Readonly<Record<RouteKeyOf<'official'>, Operation>> = {
  'POST /calls': writing(publishCallRequest, async ({ body, person }) => {
    if (!person.groups.includes('publishers')) return { refused: 'not-allowed', status: 403 };
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

  'POST /calls/{callId}/corrections': writing(correctCallRequest, async ({ path, body, person }) => {
    if (!person.groups.includes('publishers')) return { refused: 'not-allowed', status: 403 };
    const { corrections, reason, commandId } = body;
    const { state } = await readRound(table, path.callId ?? '');
    if (!state.published) return notFound;
    const { call } = state.published;
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

  'GET /calls/{callId}/tasks': reading(async ({ path, person }) => {
    const officials = await officialsOf(path.callId, person);
    if (!officials) return notFound;
    const tasks = await listTasks(table, path.callId ?? '');
    return {
      status: 200,
      document: { tasks: tasks.filter((task) => isFor(task, person.username, officials)) },
    };
  }),

  'GET /calls/{callId}/cases': reading(async ({ path, person }) => {
    if (!(await officialsOf(path.callId, person))) return notFound;
    return { status: 200, document: { cases: await listCases(table, path.callId ?? '') } };
  }),

  'GET /calls/{callId}/log': reading(async ({ path, person }) => {
    if (!(await officialsOf(path.callId, person))) return notFound;
    const { events } = await readRound(table, path.callId ?? '');
    return { status: 200, document: { events } };
  }),

  'GET /calls/{callId}/drafts': reading(async ({ path, person }) => {
    const officials = await officialsOf(path.callId, person);
    if (!officials) return notFound;
    const drafts = await listDrafts({ table, bucket }, path.callId ?? '', person.username, officials);
    return { status: 200, document: drafts };
  }),

  'GET /calls/{callId}/drafts/{digest}/letter': reading(async ({ path, person }) => {
    const officials = await officialsOf(path.callId, person);
    if (!officials) return notFound;
    const { drafts } = await listDrafts({ table, bucket }, path.callId ?? '', person.username, officials);
    const draft = drafts.find(({ digest }) => digest === path.digest);
    return draft ? previewOf(bucket, draft) : notFound;
  }),

  'POST /calls/{callId}/what-ifs': writing(whatIfRequest, async ({ path, body, person }) => {
    const { callId = '' } = path;
    const officials = await officialsOf(callId, person);
    if (!officials) return notFound;
    // The call's log refuses others too, but only after the search.
    if (!officials.presenters.includes(person.username)) return conflict({ refused: 'not-a-presenter' });
    const order = { actor: actorOf(person), commandId: body.commandId };
    return tryWhatIf({ table, bucket }, callId, body.scenario, order);
  }),

  'POST /calls/{callId}/reallocations': writing(reallocationRequest, async ({ path, body, person }) => {
    const { callId = '' } = path;
    const officials = await officialsOf(callId, person);
    if (!officials) return notFound;
    const { commandId, ...asked } = body;
    const order = { actor: actorOf(person), commandId };
    return proposeReallocation({ table, bucket }, { ...asked, callId, officials, order });
  }),

  'GET /calls/{callId}/reallocation': reading(async ({ path, person }) => {
    if (!(await officialsOf(path.callId, person))) return notFound;
    return showReallocation(bucket, (await readRound(table, path.callId ?? '')).state);
  }),

  'POST /calls/{callId}/reallocations/{plan}/decision': writing(
    reallocationDecisionRequest,
    async ({ path, body, person }) => {
      const { callId = '', plan = '' } = path;
      if (!(await officialsOf(callId, person))) return notFound;
      const { commandId, approve, reason } = body;
      const order = { actor: actorOf(person), commandId };
      return decideReallocation({ table, bucket, workflows }, callId, { plan, approve, reason }, order);
    },
  ),

  'GET /tasks/{taskId}': reading(async ({ path, person }) => {
    const task = await findTask(table, path.taskId ?? '');
    const officials = await officialsOf(task?.callId, person);
    if (!task || !officials || !isFor(task, person.username, officials)) return notFound;
    const { token: _, ...visible } = task;
    return { status: 200, document: visible };
  }),

  'POST /tasks/{taskId}/answer': writing(taskAnswer, async ({ path, body, person }) => {
    const task = await findTask(table, path.taskId ?? '');
    const officials = await officialsOf(task?.callId, person);
    if (!task || !officials) return notFound;
    if (!isFor(task, person.username, officials)) return { refused: 'not-allowed', status: 403 };
    return answerTask({ table, workflows }, task, body, actorOf(person));
  }),

  'GET /cases/{caseId}': reading(async ({ path, person }) => {
    const { caseId = '' } = path;
    const { state } = await readCase(table, caseId);
    const officials = await officialsOf(state.callId, person);
    const visible = officials && caseFor(person.username, state, officials);
    if (!visible) return notFound;
    const version = state.current?.version;
    const application = version && (await readApplication(bucket, { caseId, version }));
    const requirements = await requirementsFor(table, state);
    return { status: 200, document: { ...visible, application, requirements } };
  }),

  'POST /cases/{caseId}/scores': writing(changeScoresRequest, async ({ path, body, person }) => {
    const { caseId = '' } = path;
    const { commandId, scores, reason } = body;
    const { state } = await readCase(table, caseId);
    const published = state.callId && (await readRound(table, state.callId)).state.published;
    if (!published || !caseFor(person.username, state, published.officials)) return notFound;
    const { criteria } = published.call.evaluation;
    const command = { type: 'change-scores', scores, reason, criteria } as const;
    const outcome = await commandCase(table, caseId, command, { actor: actorOf(person), commandId });
    if (outcome.kind === 'refused') return conflict(outcome.refusal);
    const { type, at, data, sequence } = outcome.event;
    return { status: 200, document: { type, at, data, sequence } };
  }),

  'POST /cases/{caseId}/corrections': writing(proposeCorrectionRequest, async ({ path, body, person }) => {
    const { caseId = '' } = path;
    const { state } = await readCase(table, caseId);
    const officials = await officialsOf(state.callId, person);
    if (!officials || !caseFor(person.username, state, officials)) return notFound;
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
    async ({ path, body, person }) => {
      const { caseId = '' } = path;
      const { state } = await readCase(table, caseId);
      const officials = await officialsOf(state.callId, person);
      if (!officials || !caseFor(person.username, state, officials)) return notFound;
      const { commandId, paidOn } = body;
      const command = { type: 'note-last-instalment', paidOn, officials } as const;
      const outcome = await commandCase(table, caseId, command, { actor: actorOf(person), commandId });
      return outcome.kind === 'refused' ? conflict(outcome.refusal) : { status: 200, document: { paidOn } };
    },
  ),

  'GET /removals': reading(async ({ person }) =>
    isArchivist(person) ? listRemovals(table) : { refused: 'not-allowed', status: 403 },
  ),

  'POST /cases/{caseId}/removal': writing(answerRemovalRequest, async (request) =>
    isArchivist(request.person)
      ? answerRemoval({ table, workflows }, request)
      : { refused: 'not-allowed', status: 403 },
  ),

  'GET /cases/{caseId}/log': reading(async ({ path, person }) => {
    const { state, events } = await readCase(table, path.caseId ?? '');
    const officials = await officialsOf(state.callId, person);
    const visible = officials && logFor(person.username, state, officials, events);
    return visible ? { status: 200, document: { events: visible } } : notFound;
  }),

  'GET /cases/{caseId}/letter': reading(async ({ path, person }) => {
    const { state } = await readCase(table, path.caseId ?? '');
    const officials = await officialsOf(state.callId, person);
    return officials && caseFor(person.username, state, officials) ? letterOf(bucket, state) : notFound;
  }),

  'GET /cases/{caseId}/rectification': reading(async ({ path, person }) => {
    const { state } = await readCase(table, path.caseId ?? '');
    const officials = await officialsOf(state.callId, person);
    if (!officials || !caseFor(person.username, state, officials)) return notFound;
    const { state: rectification } = await readRectification(table, path.caseId ?? '');
    return rectification.request ? { status: 200, document: rectification } : notFound;
  }),

  'GET /cases/{caseId}/rectification/letter': reading(async ({ path, person }) => {
    const { caseId = '' } = path;
    const { state: own } = await readCase(table, caseId);
    const officials = await officialsOf(own.callId, person);
    const { state } = await readRectification(table, caseId);
    const isVisible = officials && caseFor(person.username, own, officials) && state.request;
    return isVisible ? rectificationLetterOf(bucket, state) : notFound;
  }),

  'POST /cases/{caseId}/rectification/decision': writing(
    rectificationDecisionRequest,
    async ({ path, body, person }) => {
      const { caseId = '' } = path;
      const { state } = await readCase(table, caseId);
      const officials = await officialsOf(state.callId, person);
      if (!officials || !caseFor(person.username, state, officials)) return notFound;
      return decideRectification(
        { table, workflows },
        { ...body, caseId, officials, actor: actorOf(person) },
      );
    },
  ),

  'GET /cases/{caseId}/mails': reading(async ({ path, person }) => {
    const { state } = await readCase(table, path.caseId ?? '');
    const officials = await officialsOf(state.callId, person);
    if (!officials || !caseFor(person.username, state, officials)) return notFound;
    return { status: 200, document: { mails: state.mails, openedAt: state.openedAt } };
  }),

  'POST /cases/{caseId}/mails/{key}/resend': writing(resendRequest, async ({ path, body, person }) => {
    const { caseId = '', key = '' } = path;
    const { state } = await readCase(table, caseId);
    const officials = await officialsOf(state.callId, person);
    if (!officials || !caseFor(person.username, state, officials)) return notFound;
    if (!officials.presenters.includes(person.username)) return { refused: 'not-allowed', status: 403 };
    const { commandId, to, reason } = body;
    const command = { type: 'reorder-mail', key, reason, ...(to ? { to } : {}) } as const;
    const outcome = await commandCase(table, caseId, command, { actor: actorOf(person), commandId });
    if (outcome.kind === 'refused') return conflict(outcome.refusal);
    const mail = state.mails.find((known) => known.key === key)?.mail;
    const [, version] = /^(?:receipt|rejection)\.(\d+)$/.exec(key) ?? [];
    const notice = { mail, caseId, ...(version ? { version: Number(version) } : {}) };
    await startNotice(workflows, `resend-${commandId}`, notice);
    return { status: 202, document: { key } };
  }),
};

export const handler = api(operations);

/** The officials of a call, if the person is one of them. */
async function officialsOf(callId: string | undefined, { username }: Person): Promise<Officials | undefined> {
  if (!callId) return undefined;
  const { published } = (await readRound(table, callId)).state;
  return published && hasRole(username, published.officials) ? published.officials : undefined;
}

function actorOf({ username }: Person): Actor {
  return { kind: 'official', username };
}
