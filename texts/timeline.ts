import type { Actor, KeptEvent } from '../domain/log/event.ts';
import { isWhole } from '../domain/log/whole.ts';
import { formatInstant } from './format.ts';
import type { Language, Text } from './language.ts';
import { callWords } from './timeline/call-words.ts';
import { caseWords } from './timeline/case-words.ts';
import { poolWords } from './timeline/pool-words.ts';
import { rectificationWords } from './timeline/rectification-words.ts';
import type { Reader } from './timeline/words.ts';

/** One thing that happened: when, who did it, and what, in the reader's language. */
export interface TimelineEntry {
  readonly at: string;
  readonly who: string;
  readonly what: string;
}

/** What happened in a case or a call, by its log; who the officials are by name, their calls tell. */
export function timelineOf(
  events: readonly KeptEvent[],
  names: Readonly<Record<string, string>>,
  language: Language,
): readonly TimelineEntry[] {
  const reader: Reader = { language, name: (username) => names[username] ?? username };
  return events.map((event) => ({
    at: formatInstant(event.at, language),
    who: isWhole(event) ? whoIs(event.actor, reader) : '',
    what: whatOf(event, reader),
  }));
}

type Words = Readonly<
  Record<string, Readonly<Record<Language, (data: never, reader: Reader) => string>> | undefined>
>;

/** The words for the events of each kind of log. */
const wordsOf: Readonly<Record<string, Words>> = {
  CALL: callWords,
  CASE: caseWords,
  POOL: poolWords,
  RECTIFICATION: rectificationWords,
};

/** Throws for a type that has no words: an event that nobody can read is a bug. */
function whatOf(event: KeptEvent, reader: Reader): string {
  if (!isWhole(event)) return `${removedFacts[reader.language]} (${event.type})`;
  const [kind = ''] = event.stream.split('#');
  const words = wordsOf[kind]?.[event.type];
  if (!words) throw new TypeError(`there are no words for ${event.type}`);
  return words[reader.language](event.data as never, reader);
}

function whoIs(actor: Actor, { language, name }: Reader): string {
  switch (actor.kind) {
    case 'official':
      return name(actor.username);
    case 'applicant':
      return `${applicants[language]} (${actor.businessId})`;
    case 'workflow':
      return machine[language];
  }
}

const applicants: Text = { sv: 'Sökanden', fi: 'Hakija', en: 'The applicant' };
const machine: Text = { sv: 'Systemet', fi: 'Järjestelmä', en: 'The system' };
const removedFacts: Text = {
  sv: 'Uppgifterna har gallrats',
  fi: 'Tiedot on hävitetty',
  en: 'The facts were removed',
};
