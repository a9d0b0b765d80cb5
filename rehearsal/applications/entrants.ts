import type { Application } from '../../domain/application/application.ts';
import type { Call } from '../../domain/call/call.ts';
import {
  existedOn,
  type Municipality,
  municipalitiesOn,
  municipalityOf,
} from '../../domain/register/register.ts';
import { castOf } from './casts.ts';
import { type FlawName, flawed } from './flaws.ts';
import { ordinaryApplication } from './ordinary.ts';
import type { PublishedGrant } from './published.ts';
import { integer, type Random, randomFrom, shuffled } from './random.ts';

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

/**
 * The applications of a rehearsed call: some after published grants, the others generated from a fixed seed and the
 * register, which between them meet every rule of the call. The same every time.
 */
export function entrantsOf(call: Call): readonly Entrant[] {
  const random = randomFrom(`anslag ${call.id}`);
  const { published, generated, topics, thousands } = castOf(call);
  const topicAt = (index: number) => {
    const topic = topics[index % topics.length];
    if (!topic) throw new Error(`nothing to apply for in call ${call.id}`);
    return topic;
  };
  const municipalities = municipalitiesOf(call);
  const pool = shuffled(
    random,
    municipalities.filter((one) => mayLead(one, published)),
  );
  const named = published.map(({ municipality, atMostCents }, index): Entrant => {
    const lead = required(municipality);
    const turn = published.slice(0, index + 1).filter((grant) => grant.municipality === municipality).length;
    const application = ordinaryApplication({
      call,
      lead,
      topic: topicAt(index),
      partners: neighboursOf(lead, municipalities, random),
      requestedCents: atMostCents,
      turn,
    });
    return { application, origin: 'published', quality: 0.82 + random() * 0.16 };
  });
  const leads = swedishFirst(pool, generated.length);
  const others = generated.map(({ flaw, subject }, index): Entrant => {
    const lead = leads[index] ?? required('091');
    const application = ordinaryApplication({
      call,
      lead,
      topic: topicAt(index + 3),
      partners: neighboursOf(lead, municipalities, random),
      requestedCents: thousands(random) * 1000_00,
    });
    const quality = flaw === 'weak' ? 0.2 + random() * 0.1 : 0.5 + random() * 0.42;
    return {
      ...(flaw ? flawed(flaw, { application, call, subject }) : { application }),
      origin: 'generated',
      flaw,
      quality,
    };
  });
  return shuffled(random, [...named, ...others]);
}

/** Those that exist from the closing to the end of the call's grants; a merger is a flaw of its own. */
function municipalitiesOf({ window, grant }: Call): readonly Municipality[] {
  return municipalitiesOn(window.closes.slice(0, 10)).filter((one) => existedOn(one, grant.periodEnds));
}

/** Not one of those that were published, and not in Åland, whose municipalities the sources say nothing of. */
function mayLead({ code, region }: Municipality, published: readonly PublishedGrant[]): boolean {
  return region !== '21' && !published.some(({ municipality }) => municipality === code);
}

/** Eight Swedish-speaking leads, spread over the kinds. */
function swedishFirst(pool: readonly Municipality[], count: number): readonly Municipality[] {
  const swedish = pool.filter(({ language }) => language === 'sv').slice(0, 8);
  const finnish = pool.filter(({ language }) => language === 'fi');
  return Array.from({ length: count }, (_, index) => {
    const lead = index % 4 === 1 ? swedish[(index - 1) / 4] : undefined;
    return lead ?? finnish[index] ?? required('091');
  });
}

/** One to three other municipalities of the same region. */
function neighboursOf(
  { code, region }: Municipality,
  municipalities: readonly Municipality[],
  random: Random,
): readonly Municipality[] {
  const others = municipalities.filter((other) => other.region === region && other.code !== code);
  return shuffled(random, others).slice(0, integer(random, 1, 3));
}

function required(code: string): Municipality {
  const municipality = municipalityOf(code);
  if (!municipality) throw new Error(`${code} is not in the register`);
  return municipality;
}
