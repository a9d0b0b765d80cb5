import { fetchJson } from './fetch.ts';

/**
 * Turns the clock of a cloud forward: to when the next call's round begins (`closing`), some days or hours on (`+21d`,
 * `+12h`), or to an instant. Resolves with the time when all that fell due on the way has been done.
 */
export async function turnClock(origin: string, when: string): Promise<string> {
  const { now } = await fetchJson<{ now: string }>(`${origin}/_local/clock`);
  const to = when === 'closing' ? await afterClosing(origin, now) : instantFrom(when, now);
  return (await fetchJson<{ now: string }>(`${origin}/_local/clock`, { to })).now;
}

/** A round begins a quarter of an hour after the closing, when the last upload address has run out. */
async function afterClosing(origin: string, now: string): Promise<string> {
  const portal = origin.replace('127.0.0.1', 'localhost');
  const { calls } = await fetchJson<{ calls: { closesAt: string }[] }>(`${portal}/api/calls`);
  const [next] = calls
    .map(({ closesAt }) => closesAt)
    .filter((closesAt) => closesAt > now)
    .sort();
  if (!next) throw new Error('no call is open');
  return new Date(Date.parse(next) + 20 * 60_000).toISOString();
}

function instantFrom(when: string, now: string): string {
  const [, count, unit] = /^\+(\d+)([dh])$/.exec(when) ?? [];
  if (!count) return new Date(when).toISOString();
  const hours = Number(count) * (unit === 'd' ? 24 : 1);
  return new Date(Date.parse(now) + hours * 3_600_000).toISOString();
}
