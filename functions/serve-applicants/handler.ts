import { SFNClient } from '@aws-sdk/client-sfn';
import { pageQuery } from '../../contract/listing.ts';
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
import { eventsForApplicant } from '../../domain/case/for-applicant.ts';
import { type CaseState, shownStageOf } from '../../domain/case/state.ts';
import { opaqueIdOf } from '../../domain/ids.ts';
import { wholeOf } from '../../domain/log/whole.ts';
import { toInstant } from '../../domain/time.ts';
import { listForApplicant } from '../../store/applicants.ts';
import { commandCase } from '../../store/cases.ts';
import { addressForUpload, uploadSeconds } from '../../store/files.ts';
import { readRectification } from '../../store/rectifications.ts';
import { readRound, requirePublished } from '../../store/rounds.ts';
import { timelineOf } from '../../texts/timeline.ts';
import { conflict, notFound } from '../answer.ts';
import { api, type Operation, querying, reading, writing } from '../api.ts';
import { askForExtension } from '../ask-officials.ts';
import { fileOf, versionOf } from '../case-versions.ts';
import { letterOf, rectificationLetterOf, translationOf } from '../letter-address.ts';
import { requirementsFor } from '../requirements-for.ts';
import { settingsBucket, settingsTable } from '../settings.ts';
import { startChange } from '../start-workflow.ts';
import { keyOf } from '../submission.ts';
import { declineGrant } from './decline-grant.ts';
import { draftOperations } from './drafts.ts';
import { listApplications } from './list-applications.ts';
import { actorOf, actsFor } from './means.ts';
import { requestRectification } from './request-rectification.ts';
import { type Subject, subjectOf } from './subject.ts';

const table = settingsTable();
const bucket = settingsBucket();
const workflows = new SFNClient();

/**
 * What an applicant may do: write and send an application, or upload one made elsewhere, ask for more time, withdraw, and
 * follow the case.
 */
const operations: Readonly<Record<RouteKeyOf<'applicant'>, Operation<Subject>>> = {
  'POST /calls/{callId}/applications': writing(openApplicationRequest, async ({ path, body, person }) => {
    const { commandId, ...opening } = body;
    if (!actsFor(person, body)) return { refused: 'not-your-organisation', status: 403 };
    const { state: round } = await readRound(table, path.callId ?? '');
    if (!round.published) return notFound;
    const { opensAt, closesAt, call } = round.published;
    const caseId = opaqueIdOf('application', person.username, commandId);
    await listForApplicant(table, { caseId, businessId: body.businessId });
    const command = { type: 'open-application', ...opening, callId: call.id, opensAt, closesAt } as const;
    const outcome = await commandCase(table, caseId, command, {
      actor: actorOf(person, body.businessId),
      commandId,
    });
    if (outcome.kind === 'refused') return conflict(outcome.refusal);
    return { status: 201, document: { caseId, closesAt } };
  }),

  'POST /applications/{caseId}/versions': writing(openVersionRequest, async ({ body, person, subject }) => {
    const { caseId, state } = subject.case;
    const files = [...body.attachments, body.application];
    const { published } = await requirePublished(table, state.callId ?? '');
    const command = {
      type: 'open-version',
      files,
      closesAt: published.closesAt,
      expiresAt: toInstant(Date.now() + uploadSeconds * 1000),
    } as const;
    const order = { actor: actorOf(person, state.businessId), commandId: body.commandId };
    const outcome = await commandCase(table, caseId, command, order, subject.case.events);
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
    async ({ body, person, subject }) => {
      const { caseId, state } = subject.case;
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
    async ({ body, person, subject }) => {
      const { caseId, state } = subject.case;
      const { commandId, reason } = body;
      const order = { actor: actorOf(person, state.businessId), commandId };
      const command = { type: 'withdraw-application', reason } as const;
      const outcome = await commandCase(table, caseId, command, order);
      if (outcome.kind === 'refused') return conflict(outcome.refusal);
      await startChange(workflows, caseId, state.callId ?? '', outcome.event);
      return { status: 201, document: { withdrawnAt: outcome.event.at } };
    },
  ),

  'POST /applications/{caseId}/statement': writing(
    answerHearingRequest,
    async ({ body, person, subject }) => {
      const { caseId, state } = subject.case;
      const { commandId, consents, statement } = body;
      const order = { actor: actorOf(person, state.businessId), commandId };
      const command = { type: 'answer-hearing', consents, statement } as const;
      const outcome = await commandCase(table, caseId, command, order);
      if (outcome.kind === 'refused') return conflict(outcome.refusal);
      return { status: 201, document: { answeredAt: outcome.event.at } };
    },
  ),

  ...draftOperations({ table, bucket }),

  'GET /applications': querying(pageQuery, ({ body, person, language }) =>
    listApplications({ table, bucket }, person, language, body),
  ),

  'GET /applications/{caseId}': reading(async ({ subject, language }) => {
    const { state, events } = subject.case;
    const rejections = wholeOf(events).flatMap(({ type, data }) =>
      type === 'submission-rejected' ? [data] : [],
    );
    const requirements = state.decision ? await requirementsFor(table, state) : undefined;
    const { officials } = (await requirePublished(table, state.callId ?? '')).published;
    const timeline = timelineOf(eventsForApplicant(events), officials.names, language);
    return { status: 200, document: { ...viewOf(state), timeline, rejections, requirements } };
  }),

  'GET /applications/{caseId}/versions/{version}': reading(({ path, subject }) =>
    versionOf(bucket, subject.case, path.version),
  ),

  'GET /applications/{caseId}/versions/{version}/files/{sha256}': reading(({ path, subject }) =>
    fileOf(bucket, subject.case, path),
  ),

  'GET /applications/{caseId}/letter': reading(async ({ person, subject }) => {
    const { caseId, state } = subject.case;
    if (state.letter && !state.openedAt) {
      const order = { actor: actorOf(person, state.businessId), commandId: `open:${state.letter.sha256}` };
      await commandCase(table, caseId, { type: 'note-opened' }, order);
    }
    return letterOf(bucket, state);
  }),

  'POST /applications/{caseId}/rectification': writing(rectificationRequest, ({ body, person, subject }) => {
    const { caseId, state } = subject.case;
    const asking = { ...body, caseId, state, actor: actorOf(person, state.businessId) };
    return requestRectification({ table, workflows }, asking);
  }),

  'GET /applications/{caseId}/rectification': reading(async ({ subject }) => {
    const { state } = await readRectification(table, subject.case.caseId);
    if (!state.request) return notFound;
    const { requestedAt, decided, decidedAt, letter } = state;
    const { barred: _, ...request } = state.request;
    const written = letter && { sha256: letter.sha256 };
    return { status: 200, document: { request, requestedAt, decided, decidedAt, letter: written } };
  }),

  'GET /applications/{caseId}/rectification/letter': reading(async ({ subject }) => {
    const { state } = await readRectification(table, subject.case.caseId);
    return state.request ? rectificationLetterOf(bucket, state) : notFound;
  }),

  'POST /applications/{caseId}/refusal': writing(declineGrantRequest, ({ body, person, subject }) => {
    const { caseId, state } = subject.case;
    return declineGrant(table, { ...body, caseId, state, actor: actorOf(person, state.businessId) });
  }),

  'GET /applications/{caseId}/translation': reading(({ subject }) =>
    translationOf(bucket, subject.case.state),
  ),
};

export const handler = api(operations, (asked) => subjectOf(table, asked));

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
    stage: shownStageOf({ stage, decision }),
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
