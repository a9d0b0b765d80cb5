import type { Application, CostItem } from '../../domain/application/application.ts';
import type { Call } from '../../domain/call/call.ts';
import type { CaseLanguage } from '../../domain/language.ts';
import { existedOn, type Municipality, municipalitiesOn } from '../../domain/register/register.ts';
import { exclusionTitles } from './exclusion-titles.ts';

export const equipment: Readonly<Record<CaseLanguage, string>> = {
  sv: 'Servrar och pekskärmar',
  fi: 'Palvelimia ja kosketusnäyttöjä',
};
const licences: Readonly<Record<CaseLanguage, string>> = {
  sv: 'Programvarulicenser',
  fi: 'Ohjelmistolisenssejä',
};
export const purchases: Readonly<Record<CaseLanguage, string>> = {
  sv: 'En mindre upphandling av expertstöd ingår.',
  fi: 'Siihen sisältyy pieni asiantuntijatuen hankinta.',
};
export const counties: Readonly<Record<CaseLanguage, string>> = {
  sv: 'Kustens välfärdsområde',
  fi: 'Rannikon hyvinvointialue',
};
export const companies: Readonly<Record<CaseLanguage, string>> = { sv: 'Kommundata Ab', fi: 'Kuntatieto Oy' };

/** The first municipality that merges into another between a call's closing and the end of its grants, if one does. */
export function mergingDuring({ window, grant }: Call): Municipality | undefined {
  const lastDay = ({ merged }: Municipality) => merged?.lastDay ?? '';
  return municipalitiesOn(window.closes.slice(0, 10))
    .filter((one) => !existedOn(one, grant.periodEnds))
    .sort((a, b) => lastDay(a).localeCompare(lastDay(b)))[0];
}

/** What was to be spent on supplies goes to licences. */
export function withLicences(application: Application): Application {
  const costs = application.costs.map(
    (item): CostItem =>
      item.category === 'supplies'
        ? { ...item, category: 'licences', description: licences[application.language] }
        : item,
  );
  return { ...application, costs };
}

/** The premises belong to the municipality's own unit for buildings, which charges for them. */
export function chargingItself(application: Application): Application {
  const costs = application.costs.map((item) =>
    item.category === 'premises' ? { ...item, internal: true } : item,
  );
  return { ...application, costs };
}

export function withWrongDigit(businessId: string): string {
  return `${businessId.slice(0, -1)}${(Number(businessId.at(-1)) + 1) % 10}`;
}

export function withTitle(
  application: Application,
  exclusion: string,
  degree: 'excluded' | 'mentions',
): Application {
  const title = exclusionTitles[exclusion]?.[degree][application.language];
  if (!title) throw new Error(`no made-up title for the exclusion ${exclusion}`);
  return { ...application, project: { ...application.project, title } };
}

export function ownAndShares({ financing, participants }: Application): number {
  return participants.reduce((sum, { shareCents }) => sum + shareCents, financing.ownCents);
}

/** The joint authority answers for the project, and the municipality that would have is one of the participants. */
export function byJointAuthority(application: Application, saysSo: boolean): Application {
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

export function withPartner(application: Application, municipality: string): Application {
  const [first, ...others] = application.participants;
  if (!first) throw new Error('an application without partners cannot have another one');
  return { ...application, participants: [{ ...first, municipality }, ...others] };
}
