import pMap from 'p-map';
import type { Call } from '../domain/call/call.ts';
import { type Instant, instantOf, toInstant } from '../domain/time.ts';
import { type ApiClient, ApiRefusal } from './api-client.ts';
import { announce, asFile, fateOf, open, type Submission, upload } from './applicant.ts';
import type { Entrant } from './applications/entrants.ts';
import { applicantClient, officialClient, usernameOf } from './clients.ts';
import type { RunningCloud } from './cloud.ts';
import { crew, officials } from './crew.ts';
import { enrol, type Person } from './directory.ts';
import { handleCall } from './handling.ts';
import type { Participant, Rehearsed, Stage } from './stage.ts';

const minute = 60 * 1000;

/** Runs a call from its announcement to its published results. */
export async function runRound({ cloud, call, entrants, progress }: Stage): Promise<Rehearsed> {
  const closesAt = Date.parse(instantOf(call.window.closes));
  await cloud.turnTo(later(await cloud.now(), instantOf(call.window.opens)));
  const presenter = await enrolAndPublish(cloud, call, entrants);
  await cloud.turnTo(later(await cloud.now(), toInstant(closesAt - 5 * 24 * 60 * minute)));

  const late = entrants.filter(({ flaw }) => flaw === 'late');
  const inTime = entrants.filter(({ flaw }) => flaw !== 'late');
  const arrived = progress.begin('Applications registered', entrants.length);
  const opened = await pMap(inTime, (entrant) => begin(cloud, call, entrant), { concurrency: 6 });
  // They wait for each other’s receipts, so that the numbers of the cases are the same in every run.
  for (const begun of opened) {
    await submit(begun);
    arrived();
  }
  const participants = opened.map(({ participant }) => participant);
  const secondPutStatus = await sendDuplicate(participants[0]);
  const broken = await sendBroken(cloud, call, entrants);

  await cloud.turnTo(toInstant(closesAt - 5 * minute));
  const started = await Promise.all(late.map((entrant) => begin(cloud, call, entrant)));
  await cloud.turnTo(toInstant(closesAt + 2 * minute));
  for (const begun of started) {
    await submit(begun);
    participants.push(begun.participant);
    arrived();
  }
  const afterClosing = await applyTooLate(cloud, call, entrants);
  await cloud.turnTo(toInstant(closesAt + 20 * minute));

  await handleCall({ cloud, call, entrants, progress }, participants, presenter);
  return { participants, presenter, broken, secondPutStatus, afterClosing };
}

/** The later of two instants: a call before this one may have taken the clock further. */
function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

async function enrolAndPublish(
  cloud: RunningCloud,
  call: Call,
  entrants: readonly Entrant[],
): Promise<ApiClient> {
  await enrol(cloud.origin, cloud.output('OfficialsPoolId'), crew);
  await enrol(cloud.origin, cloud.output('ApplicantsPoolId'), applicantsOf(entrants));
  const presenter = officialClient(cloud, officials.presenters[0] ?? '');
  const seed = `the seed of the rehearsed call ${call.id}`;
  await presenter.post('/calls', { commandId: crypto.randomUUID(), call, officials, seed });
  return presenter;
}

/** One person for each organisation that applies. */
function applicantsOf(entrants: readonly Entrant[]): readonly Person[] {
  const people = entrants.map(
    ({ application: { applicant, contact } }): Person => ({
      username: usernameOf(applicant.businessId),
      name: contact.name,
      email: contact.email,
      groups: [applicant.businessId],
    }),
  );
  return [...new Map(people.map((person) => [person.username, person])).values()];
}

/** An application that was opened and announced, and not uploaded yet. */
interface Begun {
  readonly participant: Participant;
  readonly submission: Submission;
}

/** Opens an application and announces its files, without uploading them yet. */
async function begin(
  cloud: RunningCloud,
  call: Call,
  entrant: Entrant,
  json = asFile(entrant.application),
): Promise<Begun> {
  const client = applicantClient(cloud, entrant);
  const { applicant, language } = entrant.application;
  const caseId = await open(client, call.id, {
    businessId: applicant.businessId,
    email: applicant.email,
    language,
  });
  return { participant: { entrant, caseId, client }, submission: await announce(client, caseId, { json }) };
}

/** Uploads what was announced and waits for the end of the intake. */
async function submit({ participant, submission }: Begun): Promise<void> {
  await upload(submission);
  await fateOf(participant.client, submission);
}

/** Puts a file a second time at its address, then sends the same content as another version: both are refused. */
async function sendDuplicate(participant: Participant | undefined): Promise<number> {
  if (!participant) throw new Error('nobody applied');
  const { client, caseId, entrant } = participant;
  const again = await announce(client, caseId, { json: asFile(entrant.application) });
  await upload(again);
  const [status = 0] = await upload(again);
  await fateOf(client, again);
  return status;
}

/** Sends a file that was cut off on its way into being written: everything about it is refused, and it is never registered. */
async function sendBroken(
  cloud: RunningCloud,
  call: Call,
  [entrant]: readonly Entrant[],
): Promise<Participant> {
  if (!entrant) throw new Error('nobody applies');
  const json = asFile(entrant.application);
  const begun = await begin(cloud, call, entrant, json.slice(0, json.length / 2));
  await submit(begun);
  return begun.participant;
}

async function applyTooLate(cloud: RunningCloud, call: Call, [entrant]: readonly Entrant[]): Promise<string> {
  if (!entrant) throw new Error('nobody applies');
  try {
    await begin(cloud, call, entrant);
    return 'not refused';
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    return error.problem.type ?? '';
  }
}
