import { randomUUID } from 'node:crypto';
import { applicantNamed, officialClient } from '../../rehearsal/clients.ts';
import type { RunningCloud } from '../../rehearsal/cloud.ts';
import { korsholmId } from '../../rehearsal/practice.ts';
import { korsholm } from '../call-2022.ts';

/** Leads a practice call on through the API, step by step, for whoever looks at what it has come to. */

interface Task {
  readonly id: string;
  readonly kind: string;
  readonly about?: string;
  readonly caseId?: string;
}

/** Korsholm's application of the tests, as a draft. */
export async function writeDraft(cloud: RunningCloud): Promise<string> {
  const karin = applicantNamed(cloud, 'karin.holm');
  const { applicant, contact, project, parts, participants, costs, financing } = korsholm;
  const { businessId: _, ...named } = applicant;
  const row = <Fields extends object>(fields: Fields) => ({ row: randomUUID(), ...fields });
  const document = {
    language: 'sv',
    applicant: named,
    contact,
    project,
    parts,
    participants: participants.map(row),
    costs: costs.map(row),
    financing,
  };
  const { draftId } = await karin.post<{ draftId: string }>('/calls/practice/drafts', {
    commandId: randomUUID(),
    businessId: korsholmId,
    document,
  });
  return draftId;
}

/** Sends the draft; returns the case's id. */
export async function sendDraft(cloud: RunningCloud, draftId: string): Promise<string> {
  const karin = applicantNamed(cloud, 'karin.holm');
  const { revision } = await karin.get<{ revision: number }>(`/drafts/${draftId}`);
  const sent = await karin.send('POST', `/drafts/${draftId}/submission`, {}, { 'if-match': `"${revision}"` });
  const { caseId } = (await sent.json()) as { caseId: string };
  await cloud.settled();
  return caseId;
}

/** The presenter confirms every screening. */
export function confirmScreenings(cloud: RunningCloud): Promise<void> {
  return answerAll(cloud, 'aino.lindqvist', () => ({ kind: 'confirm-screening', judgements: [] }));
}

/** Both evaluators score every case, one of them the best of all. */
export async function scoreCases(cloud: RunningCloud, best: string): Promise<void> {
  const karin = applicantNamed(cloud, 'karin.holm');
  const { evaluation } = await karin.get<{ evaluation: { criteria: { id: string }[] } }>('/calls/practice');
  const scoresOf = (caseId: string | undefined) =>
    evaluation.criteria.map(({ id }, index) => ({
      criterion: id,
      score: caseId === best ? 5 : 5 - (index % 3),
      justification: 'Väl beskrivet och användbart för andra.',
    }));
  for (const evaluator of ['mikael.salo', 'johanna.nyberg']) {
    await answerAll(cloud, evaluator, ({ caseId }) => ({ kind: 'score-case', scores: scoresOf(caseId) }));
  }
}

/** The presenter approves the plan. */
export function approvePlan(cloud: RunningCloud): Promise<void> {
  return answerAll(cloud, 'aino.lindqvist', ({ about }) => ({
    kind: 'approve-plan',
    plan: about,
    approve: true,
  }));
}

/** The decision maker approves the drafts, and everybody is told. */
export function approveDrafts(cloud: RunningCloud): Promise<void> {
  return answerAll(cloud, 'eero.hakala', ({ about }) => ({
    kind: 'approve-drafts',
    batch: about,
    approve: true,
  }));
}

/** Answers every open task of an official, or those on one case. */
export async function answerAll(
  cloud: RunningCloud,
  username: string,
  answer: (task: Task) => object,
  caseId?: string,
): Promise<void> {
  await cloud.settled();
  const client = officialClient(cloud, username);
  const { tasks } = await client.get<{ tasks: Task[] }>('/tasks?limit=200');
  const wanted = tasks.filter((task) => caseId === undefined || task.caseId === caseId);
  for (const task of wanted) await client.post(`/tasks/${task.id}/answer`, answer(task));
  await cloud.settled();
}
