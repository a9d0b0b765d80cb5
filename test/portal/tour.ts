import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { ApiClient } from '../../rehearsal/api-client.ts';
import { applicantNamed, officialClient } from '../../rehearsal/clients.ts';
import type { RunningCloud } from '../../rehearsal/cloud.ts';
import { declareTies } from '../../rehearsal/declare-ties.ts';
import { korsholmId } from '../../rehearsal/practice.ts';
import { turnClock } from '../../rehearsal/turn-clock.ts';
import { korsholm } from '../call-2022.ts';

/** A page of the portal in one state, for whoever looks at all of them. */
export interface Stop {
  /** Good for a file's name. */
  readonly name: string;
  readonly path: string;
  readonly as: 'anybody' | 'karin.holm' | 'aino.lindqvist' | 'mikael.salo' | 'eero.hakala';
  /** Is there when the page is. */
  readonly ready: string;
  /** What brings the page into its state. */
  readonly before?: (page: Page) => Promise<void>;
}

interface Task {
  readonly id: string;
  readonly kind: string;
  readonly about?: string;
}

/**
 * Leads a practice call through a round and stops at every page in the state in which it has most to show: `visit` is
 * called with the pages that there are at each point.
 */
export async function tour(
  cloud: RunningCloud,
  visit: (stops: readonly Stop[]) => Promise<void>,
): Promise<void> {
  const karin = applicantNamed(cloud, 'karin.holm');
  const draftId = await writeDraft(karin);
  await visit(whileOpen(draftId));

  const { revision } = await karin.get<{ revision: number }>(`/drafts/${draftId}`);
  const sent = await karin.send('POST', `/drafts/${draftId}/submission`, {}, { 'if-match': `"${revision}"` });
  const { caseId } = (await sent.json()) as { caseId: string };
  await cloud.settled();
  await visit([
    { name: 'apply-receipt', path: `/apply/applications/${caseId}`, as: 'karin.holm', ready: '#receipt' },
  ]);

  await turnClock(cloud.origin, 'closing');
  await visit([
    { name: 'handle-queue', path: '/handle', as: 'aino.lindqvist', ready: 'tbody tr' },
    { name: 'handle-ties', path: '/handle/calls/practice/ties', as: 'aino.lindqvist', ready: '.row-card' },
  ]);
  for (const username of ['aino.lindqvist', 'mikael.salo', 'johanna.nyberg', 'eero.hakala']) {
    await declareTies(officialClient(cloud, username), 'practice');
  }
  await visit([
    {
      name: 'handle-screening',
      path: `/handle/cases/${caseId}`,
      as: 'aino.lindqvist',
      ready: '.timeline li',
    },
  ]);
  await answerAll(cloud, 'aino.lindqvist', () => ({ kind: 'confirm-screening', judgements: [] }));
  await visit([
    { name: 'handle-scoring', path: `/handle/cases/${caseId}`, as: 'mikael.salo', ready: '.criterion' },
  ]);
  const { evaluation } = await karin.get<{ evaluation: { criteria: { id: string }[] } }>('/calls/practice');
  const scores = evaluation.criteria.map(({ id }, index) => ({
    criterion: id,
    score: 5 - (index % 3),
    justification: 'Väl beskrivet och användbart för andra.',
  }));
  for (const evaluator of ['mikael.salo', 'johanna.nyberg']) {
    await answerAll(cloud, evaluator, () => ({ kind: 'score-case', scores }));
  }
  const aino = officialClient(cloud, 'aino.lindqvist');
  await aino.post('/calls/practice/what-ifs', {
    commandId: randomUUID(),
    scenario: { name: 'Halva anslaget', appropriation: 250_000_00 },
  });
  await visit([
    { name: 'handle-round', path: '/handle/calls/practice', as: 'aino.lindqvist', ready: '.bars' },
    {
      name: 'handle-officials',
      path: '/handle/calls/practice',
      as: 'aino.lindqvist',
      ready: '#officials',
      before: (page) => page.locator('#officials ~ details summary').click(),
    },
    { name: 'handle-calls', path: '/handle/calls', as: 'aino.lindqvist', ready: '.card' },
  ]);
  await answerAll(cloud, 'aino.lindqvist', ({ about }) => ({
    kind: 'approve-plan',
    plan: about,
    approve: true,
  }));
  await visit([
    { name: 'handle-drafts', path: '/handle/calls/practice/drafts', as: 'eero.hakala', ready: 'tbody tr' },
  ]);
  await answerAll(cloud, 'eero.hakala', ({ about }) => ({
    kind: 'approve-drafts',
    batch: about,
    approve: true,
  }));
  await visit([
    { name: 'apply-list', path: '/apply', as: 'karin.holm', ready: '.card' },
    { name: 'apply-decision', path: `/apply/applications/${caseId}`, as: 'karin.holm', ready: '#decision' },
    { name: 'handle-case', path: `/handle/cases/${caseId}`, as: 'aino.lindqvist', ready: '.evaluator' },
    { name: 'handle-cases', path: '/handle/calls/practice/cases', as: 'aino.lindqvist', ready: 'tbody tr' },
    { name: 'handle-mails', path: '/handle/calls/practice/mails', as: 'aino.lindqvist', ready: 'tbody tr' },
    { name: 'results', path: '/calls/practice/results', as: 'anybody', ready: '.bars' },
    { name: 'decided', path: '/results', as: 'anybody', ready: '.card' },
  ]);
}

function whileOpen(draftId: string): readonly Stop[] {
  const draft = `/apply/drafts/${draftId}`;
  return [
    { name: 'home', path: '/', as: 'anybody', ready: '.card' },
    { name: 'call', path: '/calls/practice', as: 'anybody', ready: '.facts' },
    { name: 'verify', path: '/verify', as: 'anybody', ready: '.drop' },
    { name: 'accessibility', path: '/accessibility', as: 'anybody', ready: 'form' },
    { name: 'not-found', path: '/nothing/here', as: 'anybody', ready: 'h1' },
    { name: 'sign-in', path: '/apply', as: 'anybody', ready: 'main button' },
    { name: 'apply-new', path: '/apply/calls/practice', as: 'karin.holm', ready: 'main button' },
    { name: 'draft-applicant', path: `${draft}/applicant`, as: 'karin.holm', ready: '#applicant-name' },
    { name: 'draft-project', path: `${draft}/project`, as: 'karin.holm', ready: '#project-title' },
    { name: 'draft-participants', path: `${draft}/participants`, as: 'karin.holm', ready: '.row-card' },
    { name: 'draft-plan', path: `${draft}/plan`, as: 'karin.holm', ready: 'textarea' },
    { name: 'draft-costs', path: `${draft}/costs`, as: 'karin.holm', ready: '.cost-table tbody tr' },
    { name: 'draft-attachments', path: `${draft}/attachments`, as: 'karin.holm', ready: '.drop' },
    { name: 'draft-check', path: `${draft}/check`, as: 'karin.holm', ready: '.entry' },
  ];
}

/** Korsholm's application of the tests, as a draft. */
async function writeDraft(karin: ApiClient): Promise<string> {
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
