import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Application } from '../../domain/application/application.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { ApiClient } from '../../rehearsal/api-client.ts';
import { announce, asFile, fateOf, open, upload } from '../../rehearsal/applicant.ts';
import { type RunningCloud, startCloud } from '../../rehearsal/cloud.ts';
import { declareTies } from '../../rehearsal/declare-ties.ts';
import { enrol } from '../../rehearsal/directory.ts';
import { call2022, korsholm, officials } from '../call-2022.ts';
import { AnswersByContract } from './answers-by-contract.ts';

const { opensAt: _opens, closesAt: _closes, ...call } = call2022;

/** Those with a part in the call. */
const crew = ['anna', 'eva', 'erik', 'rita', 'dora', 'dag'];

/** The published call of 2022 on a cloud of its own, with people who can sign in. */
export class HandledCall {
  readonly cloud: RunningCloud;
  readonly #data: string;
  readonly #clients = new Map<string, ApiClient>();
  /** Every answer of the API is held against the contract as it comes. */
  readonly answers = new AnswersByContract();

  private constructor(cloud: RunningCloud, data: string) {
    this.cloud = cloud;
    this.#data = data;
  }

  /**
   * Starts the cloud five days before the closing; Anna has published the call, Sofia acts for Korsholm.
   *
   * @param appropriationCents what the call has, if not its ten million euros
   */
  static async start(appropriationCents = call.appropriation.cents): Promise<HandledCall> {
    const data = mkdtempSync(join(tmpdir(), 'anslag-e2e-'));
    const cloud = await startCloud({ data, port: 0, startAt: '2022-04-20T08:00:00.000Z' });
    const handled = new HandledCall(cloud, data);
    const person = (username: string, groups: readonly string[]) => ({
      username,
      groups,
      name: username,
      email: `${username}@people.example`,
    });
    await enrol(cloud.origin, cloud.output('OfficialsPoolId'), [
      person('anna', ['publishers']),
      person('ada', ['auditors']),
      person('arkivarie', ['archivists']),
      ...[...crew, 'mallory']
        .filter((username) => username !== 'anna')
        .map((username) => person(username, [])),
    ]);
    await enrol(cloud.origin, cloud.output('ApplicantsPoolId'), [
      person('sofia', [korsholm.applicant.businessId]),
      person('siv', [korsholm.applicant.businessId]),
      person('olle', ['9000049-1']),
      person('inga', []),
    ]);
    const request = publication();
    const appropriation = { ...call.appropriation, cents: appropriationCents };
    await handled.as('anna').post('/calls', { ...request, call: { ...call, appropriation } });
    return handled;
  }

  /** The API as a person uses it. */
  as(username: string): ApiClient {
    const known = this.#clients.get(username);
    if (known) return known;
    const audience = ['sofia', 'siv', 'olle', 'inga'].includes(username) ? 'Applicants' : 'Officials';
    const client = new ApiClient(
      this.cloud.output('ApiAddress'),
      {
        issuer: this.cloud.output(`${audience}Issuer`),
        clientId: this.cloud.output(`${audience}ClientId`),
        callback: this.cloud.output(`${audience}Callback`),
      },
      username,
      this.answers.hear,
    );
    this.#clients.set(username, client);
    return client;
  }

  /** Opens an application for Korsholm. */
  open(): Promise<string> {
    const { businessId, email } = korsholm.applicant;
    return open(this.as('sofia'), call.id, { businessId, email, language: 'sv' });
  }

  /** Submits an application for Korsholm and waits for its receipt; returns the case's id. */
  async submit(application: Application = korsholm): Promise<string> {
    const caseId = await this.open();
    const submission = await announce(this.as('sofia'), caseId, { json: asFile(application) });
    await upload(submission);
    await fateOf(this.as('sofia'), submission);
    return caseId;
  }

  /** Lets the call close and the round begin; everybody, or some, of the crew find that nothing bars them from any case. */
  async close(declaring: readonly string[] = crew): Promise<void> {
    await this.cloud.turnTo('2022-04-25T13:45:00.000Z');
    await this.declareTies(declaring);
  }

  /** Lets people go through all cases there are, and find no tie to any. */
  async declareTies(usernames: readonly string[]): Promise<void> {
    await Promise.all(usernames.map((username) => declareTies(this.as(username), call.id)));
  }

  /** The open tasks of an official. */
  async tasksOf(
    username: string,
  ): Promise<readonly { id: string; kind: string; about?: string; caseId?: string }[]> {
    await this.cloud.settled();
    const { tasks } = await this.as(username).get<{ tasks: { id: string; kind: string }[] }>(
      `/calls/${call.id}/tasks`,
    );
    return tasks;
  }

  /** Lets everybody answer their tasks, well meant, until only the decision is left. */
  async prepare(): Promise<void> {
    await this.evaluate();
    const [plan] = await this.tasksOf('anna');
    await this.as('anna').post(`/tasks/${plan?.id}/answer`, {
      kind: 'approve-plan',
      plan: plan?.about,
      approve: true,
    });
  }

  /** Lets everybody answer their tasks, well meant, until a plan is proposed. */
  async evaluate(): Promise<void> {
    for (const [username, answer] of [
      ['anna', { kind: 'confirm-screening', judgements: [] }],
      ['eva', scores(4)],
      ['erik', scores(4)],
    ] as const) {
      for (const { id } of await this.tasksOf(username)) {
        await this.as(username).post(`/tasks/${id}/answer`, answer);
      }
    }
  }

  /** Lets Dora approve the drafts, and everybody be told. */
  async decide(): Promise<void> {
    const [drafts] = await this.tasksOf('dora');
    const answer = { kind: 'approve-drafts', batch: drafts?.about, approve: true };
    await this.as('dora').post(`/tasks/${drafts?.id}/answer`, answer);
    await this.cloud.settled();
  }

  /** A case as the auditor sees it: at any time and all of it. */
  caseOf(caseId: string): Promise<CaseState> {
    return this.as('ada').get(`/cases/${caseId}`);
  }

  async end(): Promise<void> {
    await this.cloud.stop();
    rmSync(this.#data, { recursive: true, force: true });
  }
}

/** The request that publishes the call. */
export function publication() {
  const emails = { anna: 'anna@vm.example', dora: 'dora@vm.example' };
  // Dag decides on what is asked of Dora's decisions.
  const crew = {
    ...officials,
    emails,
    names: { ...officials.names, dag: 'Dag' },
    decisionMakers: [...officials.decisionMakers, 'dag'],
  };
  return { commandId: crypto.randomUUID(), call, officials: crew, seed: 'a seed that nobody can guess' };
}

/** What the API answered to a request it refused: status and type of the problem. */
export async function refusalOf(request: Promise<unknown>): Promise<string> {
  try {
    await request;
  } catch (error) {
    const { status, problem } = error as { status?: number; problem?: { type?: string; message?: string } };
    if (status === undefined) throw error;
    return `${status} ${problem?.type ?? problem?.message}`;
  }
  return 'not refused';
}

/** All scores of the call's criteria, the same for each. */
export function scores(score: number) {
  return {
    kind: 'score-case',
    scores: call.evaluation.criteria.map(({ id }) => ({
      criterion: id,
      score,
      justification: 'Klart beskrivet.',
    })),
  };
}
