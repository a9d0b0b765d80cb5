import { applicantNamed, officialClient, usernameOf } from '../../rehearsal/clients.ts';
import type { RunningCloud } from '../../rehearsal/cloud.ts';

/** What the officials of the practice call do through the API, as the portal does, where a test is about something else. */

interface Task {
  readonly id: string;
  readonly kind: string;
  readonly about?: string;
}

export async function confirmScreenings(cloud: RunningCloud): Promise<void> {
  await answerAll(cloud, 'aino.lindqvist', () => ({ kind: 'confirm-screening', judgements: [] }));
}

/** Both evaluators score every case, all alike. */
export async function scoreCases(cloud: RunningCloud): Promise<void> {
  const aino = officialClient(cloud, 'aino.lindqvist');
  const { evaluation } = await aino.get<{ evaluation: { criteria: { id: string }[] } }>('/calls/practice');
  const scores = evaluation.criteria.map(({ id }, index) => ({
    criterion: id,
    score: 5 - (index % 3),
    justification: 'Väl beskrivet och användbart för andra.',
  }));
  for (const evaluator of ['mikael.salo', 'johanna.nyberg']) {
    await answerAll(cloud, evaluator, () => ({ kind: 'score-case', scores }));
  }
}

export async function approvePlan(cloud: RunningCloud): Promise<void> {
  await answerAll(cloud, 'aino.lindqvist', ({ about }) => ({
    kind: 'approve-plan',
    plan: about,
    approve: true,
  }));
}

export async function approveDrafts(cloud: RunningCloud): Promise<void> {
  await answerAll(cloud, 'eero.hakala', ({ about }) => ({
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
  const refusal = { commandId: crypto.randomUUID(), reason: 'Projektet kan inte genomföras.' };
  const client = applicantNamed(
    cloud,
    most.applicantName === 'Korsholm' ? 'karin.holm' : usernameOf(businessId),
  );
  await client.post(`/applications/${most.caseId}/refusal`, refusal);
  await cloud.settled();
  return most.applicantName;
}

async function answerAll(
  cloud: RunningCloud,
  username: string,
  answer: (task: Task) => object,
): Promise<void> {
  await cloud.settled();
  const client = officialClient(cloud, username);
  const { tasks } = await client.get<{ tasks: Task[] }>('/tasks?limit=200');
  for (const task of tasks) await client.post(`/tasks/${task.id}/answer`, answer(task));
  await cloud.settled();
}
