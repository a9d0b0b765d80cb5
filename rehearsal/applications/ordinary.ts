import type { Application, CostItem, Participant } from '../../domain/application/application.ts';
import { checkDigitOf } from '../../domain/business-id.ts';
import type { Call } from '../../domain/call/call.ts';
import type { CaseLanguage } from '../../domain/language.ts';
import { type Cents, sumCents } from '../../domain/money.ts';
import type { Municipality } from '../../domain/register/register.ts';
import { partText, type Topic } from './topics.ts';

/** What an ordinary application is made of. */
export interface Ingredients {
  readonly call: Call;
  readonly topic: Topic;
  readonly lead: Municipality;
  readonly partners: readonly Municipality[];
  readonly requestedCents: Cents;
  /** Tells several applications of one municipality apart. */
  readonly turn?: number;
}

/** A complete application that asks for what its costs allow and fulfils every rule of its call. */
export function ordinaryApplication({
  call,
  topic,
  lead,
  partners,
  requestedCents,
  turn = 1,
}: Ingredients): Application {
  const { language } = lead;
  const costs = costsFor(requestedCents, call.costs.maximumSharePercent, language);
  const ownCents = sumCents(costs.map(({ cents }) => cents)) - requestedCents;
  const participants = participantsOf(partners, ownCents);
  const slug = slugOf(lead);
  return {
    format: 'anslag-application-1',
    callId: call.id,
    language,
    applicant: {
      kind: 'municipality',
      name: lead.name[language],
      businessId: madeUpBusinessId(lead.code),
      municipality: lead.code,
      email: `registry@${slug}.example`,
    },
    contact: { name: contactName(lead.code), email: `project${turn}@${slug}.example` },
    project: {
      title: `${topic.title[language]}, ${lead.name[language]}`,
      summary: topic.summary[language],
      themes: call.themes.some(({ id }) => id === topic.theme)
        ? [topic.theme]
        : call.themes.slice(0, 1).map(({ id }) => id),
      starts: fifthMonthAfter(call.window.closes),
      ends: call.grant.periodEnds,
    },
    parts: Object.fromEntries(call.requiredParts.map(({ id }) => [id, partText(id, topic, language)])),
    participants,
    costs,
    financing: {
      requestedCents,
      ownCents: ownCents - sumCents(participants.map(({ shareCents }) => shareCents)),
      otherPublicCents: 0,
    },
    attachments: [],
  };
}

/** The first day of the fifth month after a local time: decisions take some months. */
function fifthMonthAfter(local: string): string {
  const [year = 0, month = 0] = local.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + 5, 1)).toISOString().slice(0, 10);
}

/**
 * A business id that is well formed and belongs to nobody: real ones do not begin with 9 yet. The municipalities' own
 * are public but were not among our sources.
 */
export function madeUpBusinessId(code: string): string {
  for (let filler = 0; ; filler++) {
    const digits = `9${String(filler).padStart(3, '0')}${code}`;
    const check = checkDigitOf(digits);
    if (check !== undefined) return `${digits}-${check}`;
  }
}

/** The name of a municipality as part of an address that can never exist (RFC 2606). */
function slugOf({ name }: Municipality): string {
  return name.fi
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}

const shares: readonly (readonly [CostItem['category'], number, Readonly<Record<CaseLanguage, string>>])[] = [
  ['services', 30, { sv: 'Sakkunnigtjänster', fi: 'Asiantuntijapalvelut' }],
  ['travel', 3, { sv: 'Resor', fi: 'Matkat' }],
  ['premises', 2, { sv: 'Hyror', fi: 'Vuokrat' }],
  ['supplies', 5, { sv: 'Material och övriga kostnader', fi: 'Aineistot ja muut kulut' }],
];

/** Costs in whole euros of which the wanted sum is at most the allowed share, and almost exactly that. */
function costsFor(requestedCents: Cents, percent: number, language: CaseLanguage): CostItem[] {
  const total = Math.ceil(requestedCents / percent) * 100;
  const others = shares.map(([category, share, name]) => ({
    category,
    description: name[language],
    cents: Math.floor((total * share) / 10_000) * 100,
    vatCents: 0,
  }));
  const personnel = total - sumCents(others.map(({ cents }) => cents));
  const description = language === 'sv' ? 'Projektpersonal' : 'Hankehenkilöstö';
  return [{ category: 'personnel', description, cents: personnel, vatCents: 0 }, ...others];
}

/** The partners pay a tenth of the own money together, in equal parts. */
function participantsOf(partners: readonly Municipality[], ownCents: Cents): Participant[] {
  const shareCents = partners.length === 0 ? 0 : Math.floor(ownCents / 10 / partners.length);
  return partners.map((partner) => ({
    municipality: partner.code,
    email: `registry@${slugOf(partner)}.example`,
    shareCents,
  }));
}

const firstNames = ['Anna', 'Kaisa', 'Erik', 'Olli', 'Sofia', 'Antti', 'Linnea', 'Tuomas', 'Ida', 'Jari'];
const lastNames = ['Forsman', 'Heikkinen', 'Lund', 'Mäkelä', 'Sandell', 'Virtanen', 'Ek', 'Rantanen'];

function contactName(code: string): string {
  const number = Number(code);
  return `${firstNames[number % firstNames.length]} ${lastNames[number % lastNames.length]}`;
}
