import type { Call } from '../domain/call/call.ts';
import type { RoundStage } from '../domain/round/state.ts';
import { toInstant } from '../domain/time.ts';
import type { ApiClient } from './api-client.ts';
import { type ApplicationView, announce, asFile, fateOf, upload } from './applicant.ts';
import type { Entrant } from './applications/entrants.ts';
import { officialClient } from './clients.ts';
import type { RunningCloud } from './cloud.ts';
import { crew } from './crew.ts';
import { keyOf, Official } from './official.ts';
import type { Progress } from './progress.ts';
import type { Participant, Stage } from './stage.ts';

const day = 24 * 60 * 60 * 1000;

/** Lets the officials and the applicants do what they are asked for, day by day, until the results are published. */
export async function handleCall(
  { cloud, call, entrants, progress }: Stage,
  participants: readonly Participant[],
  presenter: ApiClient,
): Promise<void> {
  const team = teamOf(cloud, call, entrants);
  const done = tasksDone(progress, call, entrants.length);
  const completing = new Set(participants.filter(({ entrant }) => entrant.completed));
  for (let idleDays = 0; idleDays < 60; ) {
    await cloud.settled();
    const { rounds } = await presenter.get<{ rounds: { callId: string; stage: RoundStage }[] }>('/rounds');
    if (rounds.some(({ callId, stage }) => callId === call.id && stage === 'finished')) return;
    const worked = await Promise.all(team.map((official) => official.work(done)));
    const completed = await complete(completing);
    if (worked.some((tasks) => tasks > 0) || completed > 0) continue;
    idleDays++;
    await cloud.turnTo(toInstant(Date.parse(await cloud.now()) + day));
  }
  throw new Error('nobody had anything to do for sixty days, and the round is not over');
}

/** Johanna Nyberg has ties with the applicant of the largest sum, so that somebody has to be replaced. */
function teamOf(cloud: RunningCloud, call: Call, entrants: readonly Entrant[]): readonly Official[] {
  const byKey = new Map(
    entrants.map((entrant) => {
      const { applicant, project } = entrant.application;
      const current = { summary: { title: project.title, applicantName: applicant.name } };
      return [keyOf({ businessId: applicant.businessId, findings: [], current }), entrant];
    }),
  );
  const sums = entrants.map(({ application }) => application.financing.requestedCents);
  const largest = entrants[sums.indexOf(Math.max(...sums))]?.application.applicant.businessId;
  return crew.map(
    ({ username }) =>
      new Official(
        username,
        officialClient(cloud, username),
        call,
        byKey,
        username === 'johanna.nyberg' ? largest : undefined,
      ),
  );
}

function tasksDone(progress: Progress, { evaluation }: Call, cases: number): (kind: string) => void {
  const screened = progress.begin('Screenings confirmed', cases);
  const scored = progress.begin('Scores given (at most)', cases * evaluation.evaluatorsPerCase);
  const approved = progress.begin('Plan and drafts approved', 2);
  return (kind) => {
    if (kind === 'confirm-screening') screened();
    else if (kind === 'score-case') scored();
    else if (kind.startsWith('approve')) approved();
  };
}

/** Applicants who were asked to complete, and mean to, send their next version. */
async function complete(waiting: Set<Participant>): Promise<number> {
  let completed = 0;
  for (const participant of waiting) {
    const { client, caseId, entrant } = participant;
    const { stage } = await client.get<ApplicationView>(`/applications/${caseId}`);
    if (stage !== 'completing' || !entrant.completed) continue;
    const submission = await announce(client, caseId, { json: asFile(entrant.completed) });
    await upload(submission);
    await fateOf(client, submission);
    waiting.delete(participant);
    completed++;
  }
  return completed;
}
