import { randomUUID } from 'node:crypto';
import { applicantNamed, officialClient } from '../../rehearsal/clients.ts';
import type { RunningCloud } from '../../rehearsal/cloud.ts';
import { answerAll } from './lead.ts';
import type { Stop } from './stop.ts';

/** Leads a decided case through what can follow on a decision: a correction, and a request for rectification. */
export async function tourAfterDecision(
  cloud: RunningCloud,
  caseId: string,
  visit: (stops: readonly Stop[]) => Promise<void>,
): Promise<void> {
  const karin = applicantNamed(cloud, 'karin.holm');
  const aino = officialClient(cloud, 'aino.lindqvist');
  const ritva = officialClient(cloud, 'ritva.lehto');
  const applicants = { path: `/apply/applications/${caseId}`, as: 'karin.holm' } as const;
  const officials = { path: `/handle/cases/${caseId}`, as: 'aino.lindqvist' } as const;

  const { decision } = await aino.get<{ decision: { awardedCents: number } }>(`/cases/${caseId}`);
  const corrected = decision.awardedCents - 4_000_00;
  await aino.post(`/cases/${caseId}/corrections`, {
    commandId: randomUUID(),
    ground: 'factual-error',
    causedByApplicant: false,
    reason: 'En kostnad räknades två gånger när beslutet fattades.',
    changes: { title: 'Gemensamma begrepp i Österbotten', awardedCents: corrected },
  });
  await cloud.settled();
  await visit([
    { ...applicants, name: 'apply-hearing', ready: '#hearing' },
    { ...officials, name: 'handle-correction', ready: '#correction' },
    { ...officials, name: 'handle-deciding-correction', as: 'eero.hakala', ready: '.panel .facts' },
  ]);
  await karin.post(`/applications/${caseId}/statement`, {
    commandId: randomUUID(),
    consents: true,
    statement: 'Kostnaden stod två gånger i vår ansökan. Vi samtycker till rättelsen.',
  });
  await answerAll(cloud, 'eero.hakala', () => ({ kind: 'decide-correction', approve: true }));

  await karin.post(`/applications/${caseId}/rectification`, {
    commandId: randomUUID(),
    demand: 'Understödet ska höjas med 2 000 euro.',
    grounds: 'Projektledarens lönekostnad hör till de godtagbara kostnaderna och fattas i beslutet.',
  });
  await cloud.settled();
  await visit([
    { ...applicants, name: 'apply-rectification', ready: '#rectification' },
    { ...officials, name: 'handle-rectification', as: 'ritva.lehto', ready: '#rectification' },
  ]);
  await ritva.post(`/cases/${caseId}/rectification/decision`, {
    commandId: randomUUID(),
    outcome: 'changed',
    reasons: 'Lönekostnaden är en godtagbar personalkostnad enligt 5 § i förordningen.',
    awardedCents: corrected + 2_000_00,
  });
  await aino.post(`/cases/${caseId}/last-instalment`, {
    commandId: randomUUID(),
    paidOn: '2022-08-29',
  });
  await cloud.settled();
  await visit([
    { ...applicants, name: 'apply-rectified', ready: '#rectification' },
    { ...officials, name: 'handle-rectified', ready: '#rectification' },
  ]);
}
