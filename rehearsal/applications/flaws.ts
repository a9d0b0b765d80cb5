import type { Application } from '../../domain/application/application.ts';
import type { Call } from '../../domain/call/call.ts';
import type { CaseLanguage } from '../../domain/language.ts';

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
  | 'merged partner'
  | 'no theme'
  | 'ends too late'
  | 'sums differ'
  | 'company'
  | 'late'
  | 'weak';

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
  weak: ({ application }) => ({ application }),
};

const equipment: Readonly<Record<CaseLanguage, string>> = {
  sv: 'Servrar och pekskärmar',
  fi: 'Palvelimia ja kosketusnäyttöjä',
};
const companies: Readonly<Record<CaseLanguage, string>> = { sv: 'Kommundata Ab', fi: 'Kuntatieto Oy' };

const titles: Readonly<
  Record<string, Readonly<Record<'excluded' | 'mentions', Readonly<Record<CaseLanguage, string>>>>>
> = {
  'social-and-health-care': {
    excluded: {
      sv: 'Elektroniska tjänster för socialvården',
      fi: 'Sosiaalihuollon sähköiset palvelut',
    },
    mentions: {
      sv: 'Gemensam ärendeprocess efter att socialvården lämnat kommunerna',
      fi: 'Yhteinen asiointiprosessi sosiaalihuollon lähdettyä kunnista',
    },
  },
  'mere-digitisation': {
    excluded: {
      sv: 'Inskanning av äldre byggnadsritningar',
      fi: 'Vanhojen rakennuspiirustusten skannaus',
    },
    mentions: {
      sv: 'Ny process för bygglov, med inskannade handlingar som en del',
      fi: 'Uusi rakennuslupaprosessi, jossa skannattu aineisto on yksi osa',
    },
  },
};

function withTitle(
  application: Application,
  exclusion: string,
  degree: 'excluded' | 'mentions',
): Application {
  const title = titles[exclusion]?.[degree][application.language];
  if (!title) throw new Error(`no made-up title for the exclusion ${exclusion}`);
  return { ...application, project: { ...application.project, title } };
}

function ownAndShares({ financing, participants }: Application): number {
  return participants.reduce((sum, { shareCents }) => sum + shareCents, financing.ownCents);
}

/** The joint authority answers for the project, and the municipality that would have is one of the participants. */
function byJointAuthority(application: Application, saysSo: boolean): Application {
  const { applicant, participants, language } = application;
  const names = saysSo
    ? { sv: 'Samkommunen', fi: 'Kuntayhtymä' }
    : { sv: 'Utbildningstjänster', fi: 'Koulutuspalvelut' };
  const lead = { municipality: applicant.municipality ?? '', email: applicant.email, shareCents: 0 };
  return {
    ...application,
    applicant: {
      kind: 'jointAuthority',
      name: `${names[language]} ${applicant.name}`,
      businessId: applicant.businessId,
      email: applicant.email.replace('@', '@joint-'),
    },
    participants: [lead, ...participants],
  };
}

function withPartner(application: Application, municipality: string): Application {
  const [first, ...others] = application.participants;
  if (!first) throw new Error('an application without partners cannot have another one');
  return { ...application, participants: [{ ...first, municipality }, ...others] };
}
