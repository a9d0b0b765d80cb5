import { SFNClient } from '@aws-sdk/client-sfn';
import {
  answerHearingRequest,
  declineGrantRequest,
  openApplicationRequest,
  openVersionRequest,
  rectificationRequest,
  requestExtensionRequest,
  withdrawApplicationRequest,
} from '../../contract/requests.ts';
import type { RouteKeyOf } from '../../contract/routes.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { opaqueIdOf } from '../../domain/ids.ts';
import { type Actor, wholeOf } from '../../domain/log/event.ts';
import { toInstant } from '../../domain/time.ts';
import { commandCase, readCase } from '../../store/cases.ts';
import { addressForUpload, uploadSeconds } from '../../store/files.ts';
import { readRectification } from '../../store/rectifications.ts';
import { readRound, requirePublished } from '../../store/rounds.ts';
import { api, conflict, notFound, type Operation, type Person, reading, writing } from '../api.ts';
import { askForExtension } from '../ask-officials.ts';
import { letterOf, rectificationLetterOf, translationOf } from '../letter-address.ts';
import { requirementsFor } from '../requirements-for.ts';
import { settingsBucket, settingsTable } from '../settings.ts';
import { startChange } from '../start-workflow.ts';
import { keyOf } from '../submission.ts';
import { declineGrant } from './decline-grant.ts';
import { requestRectification } from './request-rectification.ts';

const table = settingsTable();
const bucket = settingsBucket();
const workflows = new SFNClient();

/** What an applicant may do: apply, upload versions, ask for more time, withdraw, and follow the case. */
const operations: Readonly<Record<RouteKeyOf<'applicant'>, Operation>> = {
  'POST /calls/{callId}/applications': writing(openApplicationRequest, async ({ path, body, person }) => {
    const { commandId, ...opening } = body;
    if (!person.groups.includes(body.businessId)) return { refused: 'not-your-organisation', status: 403 };
    const { state: round } = await readRound(table, path.callId ?? '');
    if (!round.published) return notFound;
    const { opensAt, closesAt, call } = round.published;
    const caseId = opaqueIdOf('application', person.username, commandId);
    const command = { type: 'open-application', ...opening, callId: call.id, opensAt, closesAt } as const;
    const outcome = await commandCase(table, caseId, command, {
      actor: actorOf(person, body.businessId),
      commandId,
    });
    if (outcome.kind === 'refused') return conflict(outcome.refusal);
    return { status: 201, document: { caseId, closesAt } };
  }),

  'POST /applications/{caseId}/versions': writing(openVersionRequest, async ({ path, body, person }) => {
    const { caseId = '' } = path;
    const { state, events } = await readCase(table, caseId);
    if (!actsFor(person, state)) return notFound;
    const files = [...body.attachments, body.application];
    const { published } = await requirePublished(table, state.callId ?? '');
    const command = {
      type: 'open-version',
      files,
      closesAt: published.closesAt,
      expiresAt: toInstant(Date.now() + uploadSeconds * 1000),
    } as const;
    const order = { actor: actorOf(person, state.businessId), commandId: body.commandId };
    const outcome = await commandCase(table, caseId, command, order, events);
    if (outcome.kind === 'refused') return conflict(outcome.refusal);
    if (outcome.event.type !== 'version-opened') return conflict({ refused: 'version-already-handled' });
    const { version, expiresAt, files: announced } = outcome.event.data;
    const seconds = Math.floor((Date.parse(expiresAt) - Date.now()) / 1000);
    if (seconds < 1) return conflict({ refused: 'upload-time-over', details: { expiresAt } });
    const uploads = await Promise.all(
      announced.map((file) => addressForUpload(bucket, keyOf(caseId, version, file.name), file, seconds)),
    );
    return { status: 201, document: { version, expiresAt, uploads } };
  }),

  'POST /applications/{caseId}/extension': writing(
    requestExtensionRequest,
    async ({ path, body, person }) => {
      const { caseId = '' } = path;
      const { state } = await readCase(table, caseId);
      if (!actsFor(person, state)) return notFound;
      const { commandId, until, reason } = body;
      const order = { actor: actorOf(person, state.businessId), commandId };
      const command = { type: 'request-extension', until, reason } as const;
      const outcome = await commandCase(table, caseId, command, order);
      if (outcome.kind === 'refused') return conflict(outcome.refusal);
      await askForExtension({ table, workflows }, caseId, outcome.state);
      return { status: 201, document: { until } };
    },
  ),

  'POST /applications/{caseId}/withdrawal': writing(
    withdrawApplicationRequest,
    async ({ path, body, person }) => {
      const { caseId = '' } = path;
      const { state } = await readCase(table, caseId);
      if (!actsFor(person, state)) return notFound;
      const { commandId, reason } = body;
      const order = { actor: actorOf(person, state.businessId), commandId };
      const command = { type: 'withdraw-application', reason } as const;
      const outcome = await commandCase(table, caseId, command, order);
      if (outcome.kind === 'refused') return conflict(outcome.refusal);
      await startChange(workflows, caseId, state.callId ?? '', outcome.event);
      return { status: 201, document: { withdrawnAt: outcome.event.at } };
    },
  ),

  'POST /applications/{caseId}/statement': writing(answerHearingRequest, async ({ path, body, person }) => {
    const { caseId = '' } = path;
    const { state } = await readCase(table, caseId);
    if (!actsFor(person, state)) return notFound;
    const { commandId, consents, statement } = body;
    const order = { actor: actorOf(person, state.businessId), commandId };
    const outcome = await commandCase(table, caseId, { type: 'answer-hearing', consents, statement }, order);
    if (outcome.kind === 'refused') return conflict(outcome.refusal);
    return { status: 201, document: { answeredAt: outcome.event.at } };
  }),

  'GET /applications/{caseId}': reading(async ({ path, person }) => {
    const { state, events } = await readCase(table, path.caseId ?? '');
    if (!actsFor(person, state)) return notFound;
    const rejections = wholeOf(events).flatMap(({ type, data }) =>
      type === 'submission-rejected' ? [data] : [],
    );
    const requirements = state.decision ? await requirementsFor(table, state) : undefined;
    return { status: 200, document: { ...viewOf(state), rejections, requirements } };
  }),

  'GET /applications/{caseId}/letter': reading(async ({ path, person }) => {
    const { state } = await readCase(table, path.caseId ?? '');
    if (!actsFor(person, state)) return notFound;
    if (state.letter && !state.openedAt) {
      const order = { actor: actorOf(person, state.businessId), commandId: `open:${state.letter.sha256}` };
      await commandCase(table, path.caseId ?? '', { type: 'note-opened' }, order);
    }
    return letterOf(bucket, state);
  }),

  'POST /applications/{caseId}/rectification': writing(
    rectificationRequest,
    async ({ path, body, person }) => {
      const { caseId = '' } = path;
      const { state } = await readCase(table, caseId);
      if (!actsFor(person, state)) return notFound;
      return requestRectification(
        { table, workflows },
        {
          ...body,
          caseId,
          state,
          actor: actorOf(person, state.businessId),
        },
      );
    },
  ),

  'GET /applications/{caseId}/rectification': reading(async ({ path, person }) => {
    const { caseId = '' } = path;
    const { state: own } = await readCase(table, caseId);
    const { state } = await readRectification(table, caseId);
    if (!actsFor(person, own) || !state.request) return notFound;
    const { barred: _, ...request } = state.request;
    return { status: 200, document: { request, requestedAt: state.requestedAt, decided: state.decided } };
  }),

  'GET /applications/{caseId}/rectification/letter': reading(async ({ path, person }) => {
    const { caseId = '' } = path;
    const { state: own } = await readCase(table, caseId);
    const { state } = await readRectification(table, caseId);
    return actsFor(person, own) && state.request ? rectificationLetterOf(bucket, state) : notFound;
  }),

  'POST /applications/{caseId}/refusal': writing(declineGrantRequest, async ({ path, body, person }) => {
    const { caseId = '' } = path;
    const { state } = await readCase(table, caseId);
    if (!actsFor(person, state)) return notFound;
    return declineGrant(table, { ...body, caseId, state, actor: actorOf(person, state.businessId) });
  }),

  'GET /applications/{caseId}/translation': reading(async ({ path, person }) => {
    const { state } = await readCase(table, path.caseId ?? '');
    return actsFor(person, state) ? translationOf(bucket, state) : notFound;
  }),
};

export const handler = api(operations);

function actsFor({ groups }: Person, { businessId }: CaseState): boolean {
  return businessId !== undefined && groups.includes(businessId);
}

function actorOf({ username }: Person, businessId = ''): Actor {
  return { kind: 'applicant', username, businessId };
}

const shownStages: ReadonlySet<CaseState['stage']> = new Set(['opened', 'completing', 'withdrawn']);

/** What an applicant may see of its case: nothing of the preparation before the decision (Act 621/1999 § 11). */
function viewOf({
  stage,
  callId,
  number,
  arrivedAt,
  versions,
  current,
  completion,
  decision,
  decidedAt,
  declinedAt,
  withdrawnAt,
  correction,
}: CaseState) {
  return {
    stage: decision ? 'decided' : shownStages.has(stage) ? stage : 'in-preparation',
    callId,
    number,
    arrivedAt,
    versions: versions.map(({ version, fate }) => ({ version, fate })),
    sha256: current?.sha256,
    completion,
    decision,
    decidedAt,
    declinedAt,
    withdrawnAt,
    /** What the applicant is heard about. */
    hearing: correction?.hearUntil ? correction : undefined,
  };
}
