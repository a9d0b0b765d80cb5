import type { Application } from '../application/application.ts';
import type { Call } from '../call/call.ts';
import { existedOn, type Municipality, municipalitiesOn, municipalityOf } from '../register/register.ts';
import { type LocalDate, localDateOf } from '../time.ts';
import { parties, recipients } from './decree-893-2019.ts';
import type { Rule } from './rule.ts';

/** Every municipality named stands in the register on the day the call closed. */
export const municipalitiesKnown: Rule = {
  id: 'municipalities-known',
  version: 1,
  consequence: 'refuse',
  examine: ({ call, application }) => {
    const date = localDateOf(call.closesAt);
    const unknown = namedBy(application).filter((code) => registeredOn(code, date) === undefined);
    return {
      outcome: unknown.length === 0 ? 'met' : 'missing',
      sentence: parties,
      evidence: { unknown, date },
    };
  },
};

/**
 * The municipalities exist for as long as the project lasts. Whether one that merges meanwhile carries its part
 * out to the end, and how many municipalities are then left, a person judges. Where the register has no merger
 * between the closing and the end of the call's grants, there is nothing to ask.
 */
export const municipalitiesContinue: Rule = {
  id: 'municipalities-continue',
  version: 1,
  consequence: 'refuse',
  examine: ({ call, application }) => {
    const closing = localDateOf(call.closesAt);
    if (municipalitiesOn(closing).every((one) => existedOn(one, call.grant.periodEnds))) return [];
    const merging = municipalitiesOf(application, closing).filter(
      (one) => !existedOn(one, application.project.ends),
    );
    return {
      outcome: merging.length === 0 ? 'met' : 'judgement',
      sentence: recipients,
      evidence: {
        merging: merging.map(({ code }) => code),
        into: merging.flatMap(({ merged }) => merged?.into ?? []),
        ends: application.project.ends,
      },
    };
  },
};

/** Code of the region of Åland in the register. */
const aland = '21';

/**
 * Åland is autonomous (Act 1144/1991), and neither the decree nor any announcement says whether its municipalities
 * can take part: a person judges.
 */
export const municipalitiesOfAland: Rule = {
  id: 'municipalities-of-aland',
  version: 1,
  consequence: 'refuse',
  examine: ({ call, application }) => {
    const municipalities = municipalitiesOf(application, localDateOf(call.closesAt))
      .filter(({ region }) => region === aland)
      .map(({ code }) => code);
    return {
      outcome: municipalities.length === 0 ? 'met' : 'judgement',
      sentence: recipients,
      evidence: { municipalities },
    };
  },
};

/**
 * As many different municipalities as the call demands carry out the project, the applicant itself among them, and
 * behind a joint authority at least two, since the decree lets it apply only for several. Those it merely represents
 * count where the call says so. Where enough are named but not all can be identified, the applicant can set that
 * right; it cannot add partners afterwards.
 */
export const severalMunicipalities: Rule = {
  id: 'several-municipalities',
  version: 2,
  consequence: 'refuse',
  examine: ({ call, application }) => {
    const carriers = carriersOf(application, call);
    const municipalities = municipalitiesOf(carriers, localDateOf(call.closesAt));
    const jointly = application.applicant.kind === 'jointAuthority';
    const minimum = Math.max(call.applicants.minimumMunicipalities, jointly ? 2 : 1);
    const enough = (count: number) => count >= minimum;
    return {
      outcome: enough(municipalities.length)
        ? 'met'
        : enough(namedBy(carriers).length)
          ? 'missing'
          : 'notMet',
      sentence: call.applicants.sentence,
      evidence: { municipalities: municipalities.map(({ code }) => code), minimum },
    };
  },
};

/** The application with only those participants that count as carrying the project out. */
function carriersOf(application: Application, { applicants }: Call): Application {
  const mayRepresent = applicants.onBehalf && application.applicant.kind === 'jointAuthority';
  const participants = application.participants.filter(({ represented }) => !represented || mayRepresent);
  return { ...application, participants };
}

/** The different municipalities behind an application that stand in the register on a date, by their codes. */
function municipalitiesOf(application: Application, date: LocalDate): readonly Municipality[] {
  return namedBy(application)
    .sort()
    .flatMap((code) => registeredOn(code, date) ?? []);
}

/** Every code an application names, once; an applicant that is a municipality and does not say which counts as unknown. */
function namedBy({ applicant, participants }: Application): string[] {
  const own = applicant.kind === 'municipality' ? [applicant.municipality ?? ''] : [];
  return [...new Set([...own, ...participants.map(({ municipality }) => municipality)])];
}

function registeredOn(code: string, date: LocalDate): Municipality | undefined {
  const municipality = municipalityOf(code);
  return municipality && existedOn(municipality, date) ? municipality : undefined;
}
