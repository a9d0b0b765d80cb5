import type { Application } from '../domain/application/application.ts';
import type { Call, Officials } from '../domain/call/call.ts';
import { deadlineAfter, localTimeOf } from '../domain/time.ts';
import { announce, asFile, fateOf, open, upload } from './applicant.ts';
import { entrantsOf } from './applications/entrants.ts';
import { madeUpBusinessId } from './applications/ordinary.ts';
import { applicantClient, officialClient, usernameOf } from './clients.ts';
import type { RunningCloud } from './cloud.ts';
import { bystanders, crew, officials } from './crew.ts';
import { enrol, type Person } from './directory.ts';

/** How many municipalities have applied already, so that there is something to compare with. */
const others = 3;

/** Decides on what is asked of Eero Hakala's decisions: nobody decides on their own. */
const secondDecider: Person = {
  username: 'ritva.lehto',
  name: 'Ritva Lehto',
  email: 'ritva.lehto@vm.example',
  groups: [],
};

/** Those who handle the practice call. */
export const practiceCrew: readonly Person[] = [...crew, secondDecider];

/** What they are in it. */
export const practiceOfficials: Officials = {
  ...officials,
  names: { ...officials.names, [secondDecider.username]: secondDecider.name },
  emails: { ...officials.emails, [secondDecider.username]: secondDecider.email },
  decisionMakers: [...officials.decisionMakers, secondDecider.username],
};

/** How long a practice call is open, in days. */
const openDays = 28;

/** Korsholm's made-up business id; the municipality is real, its people here are not. */
export const korsholmId = madeUpBusinessId('499');

/** Two people who write for Korsholm, and one who acts for nobody and can only be invited. */
export const writers: readonly Person[] = [
  {
    username: 'karin.holm',
    name: 'Karin Holm (Korsholm)',
    email: 'karin.holm@korsholm.example',
    groups: [korsholmId],
  },
  {
    username: 'bjorn.back',
    name: 'Björn Back (Korsholm)',
    email: 'bjorn.back@korsholm.example',
    groups: [korsholmId],
  },
  { username: 'kim.konsult', name: 'Kim Forsman (consultant)', email: 'kim@consultants.example', groups: [] },
];

/** A call to try the service with, by the rules of a real one: shorter, smaller, and nobody else's. */
function practiceCall(call: Call, now: string): Call {
  return {
    ...call,
    id: 'practice',
    name: {
      sv: 'Övningsutlysning: digitalisering i kommunerna',
      fi: 'Harjoitushaku: kuntien digitalisaatio',
      en: 'Practice call: digitalisation of municipalities',
    },
    appropriation: { cents: 500_000_00, budgetItem: call.appropriation.budgetItem },
    window: { opens: localTimeOf(now), closes: localTimeOf(deadlineAfter(now, openDays)) },
  };
}

/** Publishes a practice call that opens now, with its people, and lets some others apply. Returns the call. */
export async function preparePractice(cloud: RunningCloud, model: Call): Promise<Call> {
  const call = practiceCall(model, await cloud.now());
  const entrants = entrantsOf(model)
    .filter(({ flaw, application }) => !flaw && application.applicant.municipality !== '499')
    .slice(0, others)
    .map((entrant) => ({ ...entrant, application: within(entrant.application, call) }));
  await enrol(cloud.origin, cloud.output('OfficialsPoolId'), [...practiceCrew, ...bystanders]);
  await enrol(cloud.origin, cloud.output('ApplicantsPoolId'), [
    ...writers,
    ...entrants.map(({ application: { applicant, contact } }) => ({
      username: usernameOf(applicant.businessId),
      name: contact.name,
      email: contact.email,
      groups: [applicant.businessId],
    })),
  ]);
  const presenter = officialClient(cloud, officials.presenters[0] ?? '');
  const seed = 'the seed of the practice call';
  await presenter.post('/calls', {
    commandId: crypto.randomUUID(),
    call,
    officials: practiceOfficials,
    seed,
  });
  for (const entrant of entrants) {
    const client = applicantClient(cloud, entrant);
    const { applicant, language } = entrant.application;
    const { businessId, email } = applicant;
    const caseId = await open(client, call.id, { businessId, email, language });
    const submission = await announce(client, caseId, { json: asFile(entrant.application) });
    await upload(submission);
    await fateOf(client, submission);
  }
  return call;
}

/** An application of the real call as one of the practice call, in whose time it begins. */
function within(application: Application, call: Call): Application {
  const starts = `${call.window.closes.slice(0, 8)}28`;
  return { ...application, callId: call.id, project: { ...application.project, starts } };
}
