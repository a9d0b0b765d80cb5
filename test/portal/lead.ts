import { randomUUID } from 'node:crypto';
import { applicantNamed, officialClient, usernameOf } from '../../rehearsal/clients.ts';
import type { RunningCloud } from '../../rehearsal/cloud.ts';
import { declareTies } from '../../rehearsal/declare-ties.ts';
import { korsholmId, practiceCrew } from '../../rehearsal/practice.ts';
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

/** Everybody who handles the call declares their ties to its cases: none. */
export async function declareAllTies(cloud: RunningCloud): Promise<void> {
  for (const { username } of practiceCrew) await declareTies(officialClient(cloud, username), 'practice');
}

/** The presenter confirms every screening. */
export function confirmScreenings(cloud: RunningCloud): Promise<void> {
  return answerAll(cloud, 'aino.lindqvist', () => ({ kind: 'confirm-screening', judgements: [] }));
}

/** Both evaluators score every case: all alike, or one of them the best of all. */
export async function scoreCases(cloud: RunningCloud, best?: string): Promise<void> {
  const karin = applicantNamed(cloud, 'karin.holm');
  const { evaluation } = await karin.get<{ evaluation: { criteria: { id: string }[] } }>('/calls/practice');
  const scoresOf = (caseId: string | undefined) =>
    evaluation.criteria.map(({ id }, index) => ({
      criterion: id,
      score: best !== undefined && caseId === best ? 5 : 5 - (index % 3),
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

/** Whoever got the most declines it. Returns who: the name of the organisation. */
export async function declineTheMost(cloud: RunningCloud): Promise<string> {
  const aino = officialClient(cloud, 'aino.lindqvist');
  const { plan } = await aino.get<{
    plan: { lines: { caseId: string; applicantName: string; awardedCents: number }[] };
  }>('/calls/practice/round');
  const [most] = plan.lines.sort((one, other) => other.awardedCents - one.awardedCents);
  if (!most) throw new Error('nobody has anything to decline');
  const { businessId } = await aino.get<{ businessId: string }>(`/cases/${most.caseId}`);
  const refusal = { commandId: randomUUID(), reason: 'Projektet kan inte genomföras.' };
  const client = applicantNamed(
    cloud,
    most.applicantName === 'Korsholm' ? 'karin.holm' : usernameOf(businessId),
  );
  await client.post(`/applications/${most.caseId}/refusal`, refusal);
  await cloud.settled();
  return most.applicantName;
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
