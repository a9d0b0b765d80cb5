import {
  answerRemovalRequest,
  changeScoresRequest,
  noteLastInstalmentRequest,
  proposeCorrectionRequest,
  rectificationDecisionRequest,
  resendRequest,
} from '../../contract/requests.ts';
import type { RouteKeyOf } from '../../contract/routes.ts';
import { logFor } from '../../domain/case/visibility.ts';
import { deadlineAfter, toInstant } from '../../domain/time.ts';
import { commandCase } from '../../store/cases.ts';
import { readRectification } from '../../store/rectifications.ts';
import { timelineOf } from '../../texts/timeline.ts';
import { conflict, notFound } from '../answer.ts';
import { type Operation, reading, writing } from '../api.ts';
import { askForCorrection } from '../ask-officials.ts';
import { fileOf, versionOf } from '../case-versions.ts';
import { letterOf, rectificationLetterOf } from '../letter-address.ts';
import { startChange, startNotice } from '../start-workflow.ts';
import { casePage } from './case-page.ts';
import { decideRectification } from './decide-rectification.ts';
import { actorOf, type Means } from './means.ts';
import { answerRemoval } from './retention.ts';
import { isAuditor, type Subject, seenBy } from './subject.ts';

/** How long an applicant is heard before a correction to its disadvantage. */
const hearingDays = 14;

type Route = Extract<RouteKeyOf<'official'>, `${string} /cases/${string}`>;

/** What officials may do with a case: read it as far as they may, and change it besides their tasks. */
export function caseOperations(means: Means): Readonly<Record<Route, Operation<Subject>>> {
  const { table, bucket, workflows } = means;
  return {
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

    'POST /cases/{caseId}/corrections': writing(
      proposeCorrectionRequest,
      async ({ body, person, subject }) => {
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
      },
    ),

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

    'GET /cases/{caseId}/rectification/letter': reading(async ({ subject }) => {
      const { state } = await readRectification(table, subject.case.caseId);
      return state.request ? rectificationLetterOf(bucket, state) : notFound;
    }),

    'POST /cases/{caseId}/rectification/decision': writing(
      rectificationDecisionRequest,
      ({ body, person, subject }) => {
        const { officials } = subject.round.published;
        const { caseId } = subject.case;
        return decideRectification(
          { table, workflows },
          { ...body, caseId, officials, actor: actorOf(person) },
        );
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
}
