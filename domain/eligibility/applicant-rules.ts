import { isBusinessId } from '../business-id.ts';
import type { Sentence } from '../call/call.ts';
import { parties, recipients } from './decree-893-2019.ts';
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

/**
 * Municipalities and joint authorities may apply; companies, associations and wellbeing services counties may not.
 * A name that sounds like another legal form than the one given is pointed out to a person.
 */
export const applicantMayApply: Rule = {
  id: 'applicant-may-apply',
  version: 2,
  consequence: 'dismiss',
  examine: ({ call, application: { applicant } }) => {
    const soundsOtherwise = otherForms.some((form) => form.test(applicant.name));
    const allowed = call.applicants.kinds.includes(applicant.kind);
    return {
      outcome: !allowed ? 'notMet' : soundsOtherwise ? 'judgement' : 'met',
      sentence: recipients,
      evidence: { kind: applicant.kind, name: applicant.name },
    };
  },
};

/** Names of companies, associations and wellbeing services counties, in both languages. */
const otherForms: readonly RegExp[] = [
  /(^|\s)(oyj?|abp?)(\s|$)/i,
  /(^|\s)(ry|rf)(\s|$)|yhdistys|förening/i,
  /hyvinvointialue|välfärdsområde|hyvinvointiyhtymä|välfärdssammanslutning/i,
];

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
