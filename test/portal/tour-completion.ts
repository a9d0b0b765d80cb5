import { randomUUID } from 'node:crypto';
import { applicantNamed } from '../../rehearsal/clients.ts';
import type { RunningCloud } from '../../rehearsal/cloud.ts';
import { answerAll, sendDraft } from './lead.ts';
import type { Stop } from './stop.ts';

/** Leads a case that waits to be confirmed through a request to complete: asked, more time asked for and given, answered. */
export async function tourCompletion(
  cloud: RunningCloud,
  caseId: string,
  visit: (stops: readonly Stop[]) => Promise<void>,
): Promise<void> {
  const karin = applicantNamed(cloud, 'karin.holm');
  const applicants = { path: `/apply/applications/${caseId}`, as: 'karin.holm' } as const;
  const officials = { path: `/handle/cases/${caseId}`, as: 'aino.lindqvist', ready: '#completion' } as const;
  const points = [
    {
      rule: 'part-included',
      subject: 'changePlan',
      text: 'Beskriv vem som leder förändringen i varje kommun.',
    },
    { text: 'Bifoga avtalet mellan kommunerna, undertecknat av alla.' },
  ];
  await answerAll(cloud, 'aino.lindqvist', () => ({ kind: 'ask-completion', points }), caseId);
  await visit([{ ...applicants, name: 'apply-completing', ready: '#complete' }]);
  await karin.post(`/applications/${caseId}/extension`, {
    commandId: randomUUID(),
    until: '2022-10-03',
    reason: 'Avtalet behandlas av fullmäktige den 29 september.',
  });
  await cloud.settled();
  await visit([
    { ...applicants, name: 'apply-more-time', ready: '#complete' },
    { ...officials, name: 'handle-more-time' },
  ]);
  const reason = 'Skälet är godtagbart.';
  await answerAll(cloud, 'aino.lindqvist', () => ({ kind: 'answer-extension', grant: true, reason }), caseId);
  const { draftId } = await karin.post<{ draftId: string }>(`/applications/${caseId}/drafts`, {
    commandId: randomUUID(),
  });
  const { document } = await karin.get<{ document: { project: object } }>(`/drafts/${draftId}`);
  const project = { ...document.project, summary: 'Två kommuner beskriver sina begrepp, ledda av Korsholm.' };
  await karin.send(
    'PUT',
    `/drafts/${draftId}`,
    { document: { ...document, project } },
    { 'if-match': '"1"' },
  );
  await sendDraft(cloud, draftId);
  await visit([{ ...officials, name: 'handle-completed' }]);
}
