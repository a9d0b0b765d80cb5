import { canonicalJson } from '../../domain/canonical.ts';
import type { KeptEvent } from '../../domain/log/event.ts';
import { wholeOf } from '../../domain/log/whole.ts';
import type { RoundBody } from '../../domain/round/events.ts';
import type { Language } from '../../texts/language.ts';
import { timelineOf } from '../../texts/timeline.ts';
import type { Export } from './folder.ts';
import type { Difference } from './replay.ts';
import { logsOf, matterOf } from './selection.ts';
import type { Verified } from './verify.ts';

/** One line for a log: whole, or what is wrong with it and where. */
export function describeVerified({ stream, number, events, head, removed, fault }: Verified): string {
  const name = [stream, number].filter(Boolean).join(' ');
  if (fault) return `✗ ${name}: ${fault.fault} at event ${fault.sequence}`;
  const gone = removed.length > 0 ? `, the facts of ${removed.length} removed` : '';
  return `✓ ${name}: ${events} events${gone}, head ${head.slice(0, 16)}`;
}

/** What is kept of a projection against what follows from the logs, field by field. */
export function describeDifference({ key, kept, rebuilt }: Difference): string {
  if (!kept) return `✗ ${key} is missing: ${canonicalJson(rebuilt)}`;
  if (!rebuilt) return `✗ ${key} follows from no log: ${canonicalJson(kept)}`;
  const fields = [...new Set([...Object.keys(kept), ...Object.keys(rebuilt)])]
    .filter((field) => shown(kept[field]) !== shown(rebuilt[field]))
    .map((field) => `${field} is ${shown(kept[field])} and should be ${shown(rebuilt[field])}`);
  return `✗ ${key}: ${fields.join('; ')}`;
}

/** Prints what happened in a case, or in a call's own log. False where there is no such log. */
export function printTimeline(exported: Export, what: string, language: Language): boolean {
  const found = [...logsOf(exported, what)].find(
    ([stream, events]) => stream === `CALL#${what}` || matterOf(stream, events).callId !== what,
  );
  if (!found) return false;
  const [stream, events] = found;
  const { callId = '' } = matterOf(stream, events);
  const names = namesIn(exported.logs.get(`CALL#${callId}`) ?? []);
  for (const { at, who, what: happened } of timelineOf(events, names, language)) {
    console.log([at, who, happened].filter(Boolean).join('  '));
  }
  return true;
}

function namesIn(events: readonly KeptEvent[]): Readonly<Record<string, string>> {
  const published = wholeOf(events as readonly KeptEvent<RoundBody>[]).find(
    (event) => event.type === 'call-published',
  );
  return published?.type === 'call-published' ? published.data.officials.names : {};
}

function shown(value: unknown): string {
  return value === undefined ? 'absent' : canonicalJson(value);
}
