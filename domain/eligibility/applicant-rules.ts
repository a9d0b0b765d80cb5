import type { Application } from '../application/application.ts';
import { isBusinessId } from '../business-id.ts';
import type { Sentence } from '../call/call.ts';
import { existedOn, municipalityOf } from '../register/register.ts';
import { type LocalDate, localDateOf } from '../time.ts';
import type { Rule } from './rule.ts';

const arrival: Sentence = {
  text: 'Statsunderstöd söks hos finansministeriet på det sätt som ministeriet separat meddelat och vid den tidpunkt som ministeriets meddelat.',
  source: '893/2019 § 6',
};

/** An application counts as arrived when it can be processed, and only until the closing instant, that instant included. */
export const arrivedInTime: Rule = {
  id: 'arrived-in-time',
  version: 1,
  consequence: 'dismiss',
  examine: ({ call, arrivedAt }) => ({
    outcome: arrivedAt <= call.closesAt ? 'met' : 'notMet',
    sentence: arrival,
    evidence: { arrivedAt, closesAt: call.closesAt },
  }),
};

/** Municipalities and joint authorities may apply; companies and associations may only be partners. */
export const applicantMayApply: Rule = {
  id: 'applicant-may-apply',
  version: 1,
  consequence: 'dismiss',
  examine: ({ call, application }) => ({
    outcome: call.applicants.kinds.includes(application.applicant.kind) ? 'met' : 'notMet',
    sentence: {
      text: 'Om flera kommuner förbinder sig till genomförandet av ett projekt, kan understödet beviljas och betalas till den kommun eller samkommun som har förbundit sig att ansvara för användningen av statsunderstödet under hela projektet (projektadministratören).',
      source: '893/2019 § 3',
    },
    evidence: { kind: application.applicant.kind },
  }),
};

const parties: Sentence = {
  text: 'Av ansökan ska framgå […] sökanden samt de andra aktörer som deltar i genomförandet av projektet samt projektadministratören […].',
  source: '893/2019 § 6, 4 p.',
};

/**
 * The applicant is who it says: a business id with its right check digit, and for a joint authority a name that
 * says so (Municipal Act 410/2015 § 55).
 */
export const applicantIdentified: Rule = {
  id: 'applicant-identified',
  version: 1,
  consequence: 'refuse',
  examine: ({ application: { applicant } }) => {
    const faults = [
      ...(isBusinessId(applicant.businessId) ? [] : ['businessId']),
      ...(applicant.kind === 'jointAuthority' && !/samkommun|kuntayhtymä/i.test(applicant.name)
        ? ['name']
        : []),
    ];
    return {
      outcome: faults.length === 0 ? 'met' : 'missing',
      sentence: parties,
      evidence: { businessId: applicant.businessId, name: applicant.name, faults },
    };
  },
};

/** Every municipality named stands in the register on the day the call closed. */
export const municipalitiesKnown: Rule = {
  id: 'municipalities-known',
  version: 1,
  consequence: 'refuse',
  examine: ({ call, application }) => {
    const date = localDateOf(call.closesAt);
    const unknown = namedBy(application).filter((code) => !inRegister(code, date));
    return {
      outcome: unknown.length === 0 ? 'met' : 'missing',
      sentence: parties,
      evidence: { unknown, date },
    };
  },
};

/**
 * As many different municipalities as the call demands carry out the project, the applicant itself among them. Where
 * enough are named but not all can be identified, the applicant can set that right; it cannot add partners afterwards.
 */
export const severalMunicipalities: Rule = {
  id: 'several-municipalities',
  version: 1,
  consequence: 'refuse',
  examine: ({ call, application }) => {
    const municipalities = municipalitiesOf(application, localDateOf(call.closesAt));
    const { minimumMunicipalities, sentence } = call.applicants;
    return {
      outcome:
        municipalities.length >= minimumMunicipalities
          ? 'met'
          : namedBy(application).length >= minimumMunicipalities
            ? 'missing'
            : 'notMet',
      sentence,
      evidence: { municipalities, minimum: minimumMunicipalities },
    };
  },
};

/** The codes of the different municipalities behind an application that stand in the register on a date. */
function municipalitiesOf(application: Application, date: LocalDate): readonly string[] {
  return namedBy(application)
    .filter((code) => inRegister(code, date))
    .sort();
}

/** Every code an application names, once; an applicant that is a municipality and does not say which counts as unknown. */
function namedBy({ applicant, participants }: Application): readonly string[] {
  const own = applicant.kind === 'municipality' ? [applicant.municipality ?? ''] : [];
  return [...new Set([...own, ...participants.map(({ municipality }) => municipality)])];
}

function inRegister(code: string, date: LocalDate): boolean {
  const municipality = municipalityOf(code);
  return municipality !== undefined && existedOn(municipality, date);
}
