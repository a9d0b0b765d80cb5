import { pageQuery } from '../../contract/listing.ts';
import {
  correctCallRequest,
  declareTiesRequest,
  nameOfficialsRequest,
  publishCallRequest,
  reallocationDecisionRequest,
  reallocationRequest,
} from '../../contract/requests.ts';
import type { RouteKeyOf } from '../../contract/routes.ts';
import { whatIfRequest } from '../../contract/what-if.ts';
import { sha256 } from '../../domain/canonical.ts';
import { instantOf, toInstant } from '../../domain/time.ts';
import { type CaseListing, listCases } from '../../store/cases.ts';
import { commandPool } from '../../store/pools.ts';
import { commandRound, readRound } from '../../store/rounds.ts';
import { keepSeed } from '../../store/seeds.ts';
import { conflict, notFound } from '../answer.ts';
import { type Operation, querying, reading, writing } from '../api.ts';
import { partOf } from '../paging.ts';
import { casesAsCsv, casesAsWorkbook } from './export-cases.ts';
import { faultsOfCorrection } from './faults-of-correction.ts';
import { listDrafts, previewOf } from './list-drafts.ts';
import { listMails } from './list-mails.ts';
import { listTasksFor, placeOf } from './list-tasks.ts';
import { actorOf, type Means } from './means.ts';
import { nameOfficials } from './name-officials.ts';
import { decideReallocation, proposeReallocation, showReallocation } from './reallocate.ts';
import { roundPage } from './round-page.ts';
import { putOffClosing, scheduleClosing } from './schedule-closing.ts';
import { listedFor, type Subject } from './subject.ts';
import { declareTies, tiesPage } from './ties.ts';
import { tryWhatIf } from './try-what-if.ts';

type Route = Extract<RouteKeyOf<'official'>, `${string} /calls${string}`>;

/** What officials may do with a call: publish and correct it, see how it stands, and try what would follow from something else. */
export function callOperations(means: Means): Readonly<Record<Route, Operation<Subject>>> {
  const { table, bucket, workflows, scheduler } = means;
  return {
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

    'POST /calls/{callId}/officials': writing(nameOfficialsRequest, ({ body, person, subject }) => {
      const { commandId, ...change } = body;
      const order = { actor: actorOf(person), commandId };
      return nameOfficials({ table, workflows }, subject.round.callId, change, order);
    }),

    'GET /calls/{callId}/ties': reading(({ person, subject, language }) =>
      tiesPage(table, person, subject, language),
    ),

    'POST /calls/{callId}/ties': writing(declareTiesRequest, ({ body, person, subject }) =>
      declareTies({ table, workflows }, subject.round.callId, body, actorOf(person)),
    ),

    'GET /calls/{callId}/round': reading(async (request) => ({
      status: 200,
      document: await roundPage({ table, bucket }, request),
    })),

    'GET /calls/{callId}/mails': querying(pageQuery, async ({ body, person, subject }) => ({
      status: 200,
      document: await listMails(table, person, subject, body),
    })),

    'GET /calls/{callId}/cases.csv': reading((request) => casesAsCsv(table, request)),

    'GET /calls/{callId}/cases.xlsx': reading((request) => casesAsWorkbook(table, request)),

    'GET /calls/{callId}/tasks': querying(pageQuery, async ({ body, person, subject: { round } }) => ({
      status: 200,
      document: partOf('tasks', await listTasksFor(table, person.username, round), placeOf, body),
    })),

    'GET /calls/{callId}/cases': querying(pageQuery, async ({ body, person, subject: { round } }) => {
      const listings = (await listCases(table, round.callId)).map((one) => listedFor(person, round, one));
      const placeOfCase = ({ number, caseId }: CaseListing) => number ?? `~${caseId}`;
      return { status: 200, document: partOf('cases', listings, placeOfCase, body) };
    }),

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

    'POST /calls/{callId}/reallocations': writing(reallocationRequest, ({ body, ...reader }) => {
      const { commandId, ...asked } = body;
      const { callId, published } = reader.subject.round;
      const order = { actor: actorOf(reader.person), commandId };
      const proposing = { ...asked, callId, officials: published.officials, order, reader };
      return proposeReallocation({ table, bucket, workflows }, proposing);
    }),

    'GET /calls/{callId}/reallocation': reading((reader) =>
      showReallocation({ table, bucket }, reader, reader.subject.round.state),
    ),

    'POST /calls/{callId}/reallocations/{plan}/decision': writing(
      reallocationDecisionRequest,
      ({ path, body, person, subject }) => {
        const { commandId, approve, reason } = body;
        const order = { actor: actorOf(person), commandId };
        const decision = { plan: path.plan ?? '', approve, reason };
        return decideReallocation({ table, bucket, workflows }, subject.round.callId, decision, order);
      },
    ),
  };
}
