import { randomUUID } from 'node:crypto';
import { applicantNamed, officialClient } from '../../rehearsal/clients.ts';
import type { RunningCloud } from '../../rehearsal/cloud.ts';
import { turnClock } from '../../rehearsal/turn-clock.ts';
import {
  approveDrafts,
  approvePlan,
  confirmScreenings,
  declareAllTies,
  declineTheMost,
  scoreCases,
  sendDraft,
  writeDraft,
} from './lead.ts';
import {
  auditStops,
  decisionStops,
  planStops,
  publishingStops,
  reallocationStops,
  removalStops,
} from './official-stops.ts';
import type { Stop } from './stop.ts';
import { tourAfterDecision } from './tour-after.ts';
import { tourCompletion } from './tour-completion.ts';

/**
 * Leads a practice call through a round and stops at every page in the state in which it has most to show: `visit` is
 * called with the pages that there are at each point.
 */
export async function tour(
  cloud: RunningCloud,
  visit: (stops: readonly Stop[]) => Promise<void>,
): Promise<void> {
  const draftId = await writeDraft(cloud);
  const message = 'Tabellen går inte att läsa med skärmläsare.';
  const feedback = { commandId: randomUUID(), about: 'accessibility', message, page: '/results' };
  await applicantNamed(cloud, 'karin.holm').post('/feedback', { ...feedback, email: 'lasare@example.fi' });
  await visit([...whileOpen(draftId), ...publishingStops]);

  const caseId = await sendDraft(cloud, draftId);
  await visit([
    { name: 'apply-receipt', path: `/apply/applications/${caseId}`, as: 'karin.holm', ready: '#receipt' },
  ]);

  await turnClock(cloud.origin, 'closing');
  await visit([
    { name: 'handle-queue', path: '/handle', as: 'aino.lindqvist', ready: 'tbody tr' },
    { name: 'handle-ties', path: '/handle/calls/practice/ties', as: 'aino.lindqvist', ready: '.row-card' },
  ]);
  await declareAllTies(cloud);
  await visit([
    {
      name: 'handle-screening',
      path: `/handle/cases/${caseId}`,
      as: 'aino.lindqvist',
      ready: '.timeline li',
      unfolded: true,
    },
  ]);
  await tourCompletion(cloud, caseId, visit);
  await confirmScreenings(cloud);
  await visit([
    { name: 'handle-scoring', path: `/handle/cases/${caseId}`, as: 'mikael.salo', ready: '.criterion' },
  ]);
  await scoreCases(cloud, caseId);
  const aino = officialClient(cloud, 'aino.lindqvist');
  for (const scenario of [
    { name: 'Halva anslaget', appropriation: 250_000_00 },
    { name: 'I proportion', policy: { kind: 'prorata' } },
  ]) {
    await aino.post('/calls/practice/what-ifs', { commandId: randomUUID(), scenario });
  }
  await visit([
    ...planStops,
    {
      name: 'handle-officials',
      path: '/handle/calls/practice',
      as: 'aino.lindqvist',
      ready: '#officials',
      before: (page) => page.locator('#officials ~ details summary').click(),
    },
    { name: 'handle-calls', path: '/handle/calls', as: 'aino.lindqvist', ready: '.card' },
  ]);
  await approvePlan(cloud);
  await visit([
    { name: 'handle-drafts', path: '/handle/calls/practice/drafts', as: 'eero.hakala', ready: 'tbody tr' },
  ]);
  await approveDrafts(cloud);
  await visit([
    { name: 'apply-list', path: '/apply', as: 'karin.holm', ready: '.card' },
    {
      name: 'apply-decision',
      path: `/apply/applications/${caseId}`,
      as: 'karin.holm',
      ready: '#decision',
      unfolded: true,
    },
    {
      name: 'handle-case',
      path: `/handle/cases/${caseId}`,
      as: 'aino.lindqvist',
      ready: '[aria-labelledby=mails] details',
      unfolded: true,
    },
    { name: 'handle-cases', path: '/handle/calls/practice/cases', as: 'aino.lindqvist', ready: 'tbody tr' },
    { name: 'handle-mails', path: '/handle/calls/practice/mails', as: 'aino.lindqvist', ready: 'tbody tr' },
    { name: 'results', path: '/calls/practice/results', as: 'anybody', ready: '.bars' },
    { name: 'decided', path: '/results', as: 'anybody', ready: '.card' },
    ...auditStops(caseId),
  ]);
  await tourAfterDecision(cloud, caseId, visit);
  await declineTheMost(cloud);
  await visit(reallocationStops);
  const reason = 'En mottagare har avstått.';
  await aino.post('/calls/practice/reallocations', { commandId: randomUUID(), reason });
  await visit(decisionStops);
  await turnClock(cloud.origin, '+1900d');
  await visit(removalStops);
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
