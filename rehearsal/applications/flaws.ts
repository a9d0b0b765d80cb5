import type { Application } from '../../domain/application/application.ts';
import type { Call } from '../../domain/call/call.ts';
import {
  byJointAuthority,
  chargingItself,
  companies,
  counties,
  equipment,
  mergingDuring,
  ownAndShares,
  purchases,
  withLicences,
  withPartner,
  withTitle,
  withWrongDigit,
} from './departures.ts';

/** How an application departs from an ordinary one, to meet one of the rules of its call. */
export type FlawName =
  | 'alone'
  | 'excluded'
  | 'only looks excluded'
  | 'part missing'
  | 'part forgotten'
  | 'asks too much'
  | 'counts VAT in'
  | 'buys equipment'
  | 'joint authority'
  | 'joint authority in name only'
  | 'joint authority for one'
  | 'joint authority on behalf'
  | 'merged partner'
  | 'merging partner'
  | 'unknown partner'
  | 'partner in Åland'
  | 'only in Åland'
  | 'mentions a purchase'
  | 'needs licences'
  | 'has licences anyway'
  | 'charges itself'
  | 'charges itself a price'
  | 'wellbeing services county'
  | 'named like a company'
  | 'wrong check digit'
  | 'no theme'
  | 'ends too late'
  | 'sums differ'
  | 'company'
  | 'late'
  | 'divides opinions'
  | 'weak';

/** The flaws that the presenter judges to leave a requirement unfulfilled. */
export const judgedUnmet: readonly FlawName[] = [
  'excluded',
  'only in Åland',
  'has licences anyway',
  'charges itself a price',
  'named like a company',
];

/** A flawed application; `completed` is what its applicant answers a completion request with, if it answers. */
export interface Flawed {
  readonly application: Application;
  readonly completed?: Application;
}

interface FlawInput {
  readonly application: Application;
  readonly call: Call;
  /** The id of the part or the exclusion that the flaw is about. */
  readonly subject?: string;
}

/** Puts a flaw into an ordinary application. */
export function flawed(flaw: FlawName, input: FlawInput): Flawed {
  return flaws[flaw](input);
}

type Flaw = (input: FlawInput) => Flawed;

const flaws: Readonly<Record<FlawName, Flaw>> = {
  alone: ({ application }) => ({
    application: {
      ...application,
      participants: [],
      financing: { ...application.financing, ownCents: ownAndShares(application) },
    },
  }),

  excluded: ({ application, subject = '' }) => ({ application: withTitle(application, subject, 'excluded') }),

  'only looks excluded': ({ application, subject = '' }) => ({
    application: withTitle(application, subject, 'mentions'),
  }),

  'part missing': ({ application, subject = '' }) => ({
    application: { ...application, parts: { ...application.parts, [subject]: '' } },
    completed: application,
  }),

  'part forgotten': ({ application, subject = '' }) => ({
    application: { ...application, parts: { ...application.parts, [subject]: ' ' } },
  }),

  /** Asks for nine tenths of the costs; the rest is less than the own share should be. */
  'asks too much': ({ application }) => {
    const { financing } = application;
    const more = Math.floor((financing.ownCents * 2) / 3);
    return {
      application: {
        ...application,
        financing: {
          ...financing,
          requestedCents: financing.requestedCents + more,
          ownCents: financing.ownCents - more,
        },
      },
    };
  },

  /** 24 per cent, the rate of 2022, within each purchased item. */
  'counts VAT in': ({ application }) => ({
    application: {
      ...application,
      costs: application.costs.map((item) =>
        item.category === 'personnel' ? item : { ...item, vatCents: Math.round((item.cents * 24) / 124) },
      ),
    },
  }),

  'buys equipment': ({ application }) => ({
    application: {
      ...application,
      costs: application.costs.map((item) =>
        item.category === 'supplies'
          ? { ...item, category: 'equipment', description: equipment[application.language] }
          : item,
      ),
    },
  }),

  'joint authority': ({ application }) => ({ application: byJointAuthority(application, true) }),

  'joint authority in name only': ({ application }) => ({
    application: byJointAuthority(application, false),
    completed: byJointAuthority(application, true),
  }),

  /** Names Valtimo, which had merged into Nurmes on 1.1.2020; completed, it names Nurmes. */
  'merged partner': ({ application }) => ({
    application: withPartner(application, '911'),
    completed: withPartner(application, '541'),
  }),

  /** The decree lets a joint authority answer for several municipalities only. */
  'joint authority for one': ({ application }) => {
    const by = byJointAuthority(application, true);
    return {
      application: {
        ...by,
        participants: by.participants.slice(0, 1),
        financing: { ...by.financing, ownCents: ownAndShares(by) },
      },
    };
  },

  'joint authority on behalf': ({ application }) => {
    const by = byJointAuthority(application, true);
    const participants = by.participants.map((participant) => ({ ...participant, represented: true }));
    return { application: { ...by, participants } };
  },

  'merging partner': ({ application, call }) => ({
    application: withPartner(application, mergingDuring(call)?.code ?? ''),
  }),

  /** Names a code that no municipality has; completed, it names Vasa. */
  'unknown partner': ({ application }) => ({
    application: withPartner(application, '999'),
    completed: withPartner(application, '905'),
  }),

  /** Names Mariehamn. */
  'partner in Åland': ({ application }) => ({ application: withPartner(application, '478') }),
  'only in Åland': ({ application }) => ({ application: withPartner(application, '478') }),

  'mentions a purchase': ({ application }) => ({
    application: {
      ...application,
      project: {
        ...application.project,
        summary: `${application.project.summary} ${purchases[application.language]}`,
      },
    },
  }),

  'needs licences': ({ application }) => ({ application: withLicences(application) }),
  'has licences anyway': ({ application }) => ({ application: withLicences(application) }),
  'charges itself': ({ application }) => ({ application: chargingItself(application) }),
  'charges itself a price': ({ application }) => ({ application: chargingItself(application) }),

  'wellbeing services county': ({ application }) => ({
    application: {
      ...application,
      applicant: { ...application.applicant, kind: 'wellbeingCounty', name: counties[application.language] },
    },
  }),

  /** Says that it is a municipality, but its name is a company's. */
  'named like a company': ({ application }) => ({
    application: {
      ...application,
      applicant: { ...application.applicant, name: companies[application.language] },
    },
  }),

  'wrong check digit': ({ application }) => ({
    application: {
      ...application,
      applicant: { ...application.applicant, businessId: withWrongDigit(application.applicant.businessId) },
    },
  }),

  'no theme': ({ application }) => ({
    application: { ...application, project: { ...application.project, themes: [] } },
    completed: application,
  }),

  'ends too late': ({ application, call }) => ({
    application: {
      ...application,
      project: { ...application.project, ends: `${Number(call.grant.periodEnds.slice(0, 4)) + 1}-06-30` },
    },
    completed: application,
  }),

  'sums differ': ({ application }) => ({
    application: {
      ...application,
      financing: { ...application.financing, ownCents: application.financing.ownCents + 1000_00 },
    },
    completed: application,
  }),

  company: ({ application }) => ({
    application: {
      ...application,
      applicant: { ...application.applicant, kind: 'company', name: companies[application.language] },
    },
  }),

  late: ({ application }) => ({ application }),
  'divides opinions': ({ application }) => ({ application }),
  weak: ({ application }) => ({ application }),
};
