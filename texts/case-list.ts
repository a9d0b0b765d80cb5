import type { Stage } from '../domain/case/state.ts';
import type { Text } from './language.ts';

/** A case as a list for a spreadsheet tells it. */
export interface ListedCase {
  readonly number: string;
  readonly applicantName: string;
  readonly businessId: string;
  readonly title: string;
  readonly stage: string;
  readonly arrivedAt: string;
  readonly requestedCents: number;
  /** Points, 0 to 100; none while the reader must not see them. */
  readonly points?: number;
  readonly awardedCents?: number;
  readonly decidedAt?: string;
}

/** The columns of a list of cases: a name for people, and what stands there: text, a number, or euros. */
export const caseColumns: readonly {
  readonly name: Text;
  readonly format: 'text' | 'points' | 'euros';
  readonly value: (line: ListedCase) => string | number | undefined;
}[] = [
  {
    name: { sv: 'Ärende', fi: 'Asia', en: 'Case' },
    format: 'text',
    value: ({ number }) => number,
  },
  {
    name: { sv: 'Sökande', fi: 'Hakija', en: 'Applicant' },
    format: 'text',
    value: ({ applicantName }) => applicantName,
  },
  {
    name: { sv: 'FO-nummer', fi: 'Y-tunnus', en: 'Business id' },
    format: 'text',
    value: ({ businessId }) => businessId,
  },
  { name: { sv: 'Projekt', fi: 'Hanke', en: 'Project' }, format: 'text', value: ({ title }) => title },
  { name: { sv: 'Skede', fi: 'Vaihe', en: 'Stage' }, format: 'text', value: ({ stage }) => stage },
  {
    name: { sv: 'Inkommen', fi: 'Saapunut', en: 'Arrived' },
    format: 'text',
    value: ({ arrivedAt }) => arrivedAt,
  },
  {
    name: { sv: 'Sökt belopp, euro', fi: 'Haettu määrä, euroa', en: 'Applied for, euros' },
    format: 'euros',
    value: ({ requestedCents }) => requestedCents / 100,
  },
  { name: { sv: 'Poäng', fi: 'Pisteet', en: 'Points' }, format: 'points', value: ({ points }) => points },
  {
    name: { sv: 'Beviljat belopp, euro', fi: 'Myönnetty määrä, euroa', en: 'Granted, euros' },
    format: 'euros',
    value: ({ awardedCents }) => (awardedCents === undefined ? undefined : awardedCents / 100),
  },
  {
    name: { sv: 'Beslutsdag', fi: 'Päätöspäivä', en: 'Decided' },
    format: 'text',
    value: ({ decidedAt }) => decidedAt,
  },
];

/** What a case's stage is called. */
export const stageNames: Readonly<Record<Stage, Text>> = {
  unopened: { sv: 'Inte påbörjad', fi: 'Ei aloitettu', en: 'Not begun' },
  opened: { sv: 'Påbörjad', fi: 'Aloitettu', en: 'Begun' },
  registered: { sv: 'Mottagen', fi: 'Vastaanotettu', en: 'Received' },
  screened: { sv: 'Granskas', fi: 'Tarkastettavana', en: 'Being examined' },
  completing: { sv: 'Kompletteras', fi: 'Täydennettävänä', en: 'Being completed' },
  completed: { sv: 'Kompletterad', fi: 'Täydennetty', en: 'Completed' },
  evaluating: { sv: 'Bedöms', fi: 'Arvioitavana', en: 'Being evaluated' },
  evaluated: { sv: 'Bedömd', fi: 'Arvioitu', en: 'Evaluated' },
  concluded: {
    sv: 'Granskad utan bedömning',
    fi: 'Tarkastettu ilman arviointia',
    en: 'Examined without evaluation',
  },
  decided: { sv: 'Avgjord', fi: 'Ratkaistu', en: 'Decided' },
  withdrawn: { sv: 'Återtagen', fi: 'Peruutettu', en: 'Withdrawn' },
  removed: { sv: 'Gallrad', fi: 'Hävitetty', en: 'Removed' },
};
