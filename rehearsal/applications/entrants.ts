import type { Application } from '../../domain/application/application.ts';
import type { Call } from '../../domain/call/call.ts';
import { type Municipality, municipalitiesOn, municipalityOf } from '../../domain/register/register.ts';
import { type FlawName, flawed } from './flaws.ts';
import { ordinaryApplication } from './ordinary.ts';
import { publishedGrants2022 } from './published-2022.ts';
import { integer, type Random, randomFrom, shuffled } from './random.ts';
import { topics } from './topics.ts';

/** One of those who apply in a rehearsal. */
export interface Entrant {
  readonly application: Application;
  /** What is sent in answer to a completion request; without it the applicant lets the time pass. */
  readonly completed?: Application;
  /** Whether applicant and sum are those of a published grant; everything else is always made up. */
  readonly origin: 'published' | 'generated';
  readonly flaw?: FlawName;
  /** How good the evaluators find it, 0 to 1. */
  readonly quality: number;
}

/** The 35 that are generated: what is wrong with each, if anything, and about what. */
const generatedKinds: readonly { readonly flaw?: FlawName; readonly subject?: string }[] = [
  { flaw: 'alone' },
  { flaw: 'alone' },
  { flaw: 'excluded', subject: 'social-and-health-care' },
  { flaw: 'only looks excluded', subject: 'social-and-health-care' },
  { flaw: 'excluded', subject: 'mere-digitisation' },
  { flaw: 'only looks excluded', subject: 'mere-digitisation' },
  { flaw: 'part missing', subject: 'changePlan' },
  { flaw: 'part forgotten', subject: 'changePlan' },
  { flaw: 'part missing', subject: 'resultsPlan' },
  { flaw: 'part forgotten', subject: 'resultsPlan' },
  { flaw: 'asks too much' },
  { flaw: 'asks too much' },
  { flaw: 'counts VAT in' },
  { flaw: 'counts VAT in' },
  { flaw: 'buys equipment' },
  { flaw: 'buys equipment' },
  { flaw: 'joint authority' },
  { flaw: 'joint authority' },
  { flaw: 'joint authority in name only' },
  { flaw: 'merged partner' },
  { flaw: 'no theme' },
  { flaw: 'ends too late' },
  { flaw: 'sums differ' },
  { flaw: 'company' },
  { flaw: 'late' },
  { flaw: 'weak' },
  { flaw: 'weak' },
  {},
  {},
  {},
  {},
  {},
  {},
  {},
  {},
];

/**
 * The 49 applications of the 2022 call: 14 after the published grants, 35 generated from a fixed seed and the
 * register, which between them meet every rule of the call. The same every time.
 */
export function entrants2022(call: Call): readonly Entrant[] {
  const random = randomFrom(`anslag ${call.id}`);
  const pool = shuffled(random, municipalitiesOn(call.window.closes.slice(0, 10)).filter(mayLead));
  const published = publishedGrants2022.map(({ municipality, atMostCents }, index): Entrant => {
    const lead = required(municipality);
    const turn = publishedGrants2022
      .slice(0, index + 1)
      .filter((grant) => grant.municipality === municipality).length;
    const application = ordinaryApplication({
      call,
      lead,
      topic: topicAt(index),
      partners: neighboursOf(lead, random),
      requestedCents: atMostCents,
      turn,
    });
    return { application, origin: 'published', quality: 0.82 + random() * 0.16 };
  });
  const leads = swedishFirst(pool);
  const generated = generatedKinds.map(({ flaw, subject }, index): Entrant => {
    const lead = leads[index] ?? required('091');
    const application = ordinaryApplication({
      call,
      lead,
      topic: topicAt(index + 3),
      partners: neighboursOf(lead, random),
      requestedCents: integer(random, 90, 420) * 1000_00,
    });
    const quality = flaw === 'weak' ? 0.2 + random() * 0.1 : 0.5 + random() * 0.42;
    return {
      ...(flaw ? flawed(flaw, { application, call, subject }) : { application }),
      origin: 'generated',
      flaw,
      quality,
    };
  });
  return shuffled(random, [...published, ...generated]);
}

/** Not one of those that were published, and not in Åland, whose municipalities the sources say nothing of. */
function mayLead({ code, region }: Municipality): boolean {
  return region !== '21' && !publishedGrants2022.some(({ municipality }) => municipality === code);
}

/** Eight Swedish-speaking leads among the 35, spread over the kinds. */
function swedishFirst(pool: readonly Municipality[]): readonly Municipality[] {
  const swedish = pool.filter(({ language }) => language === 'sv').slice(0, 8);
  const finnish = pool.filter(({ language }) => language === 'fi');
  return generatedKinds.map((_, index) => {
    const lead = index % 4 === 1 ? swedish[(index - 1) / 4] : undefined;
    return lead ?? finnish[index] ?? required('091');
  });
}

/** One to three other municipalities of the same region. */
function neighboursOf({ code, region }: Municipality, random: Random): readonly Municipality[] {
  const others = municipalitiesOn('2022-04-25').filter(
    (other) => other.region === region && other.code !== code,
  );
  return shuffled(random, others).slice(0, integer(random, 1, 3));
}

function topicAt(index: number) {
  const topic = topics[index % topics.length];
  if (!topic) throw new Error('there are no topics');
  return topic;
}

function required(code: string): Municipality {
  const municipality = municipalityOf(code);
  if (!municipality) throw new Error(`${code} is not in the register`);
  return municipality;
}
