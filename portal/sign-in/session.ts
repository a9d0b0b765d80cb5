import { useSyncExternalStore } from 'react';

/** For whom a part of the portal is. Each has its own sign-in, so one browser can be both. */
export type Side = 'apply' | 'handle';

/** Somebody who has signed in, for as long as the tab is open. */
export interface Session {
  readonly username: string;
  readonly name: string;
  /** Business ids that an applicant acts for; rights of an official. */
  readonly groups: readonly string[];
  readonly accessToken: string;
  readonly refreshToken?: string | undefined;
  readonly idToken?: string | undefined;
}

const listeners = new Set<() => void>();
const parsed = new Map<string, Session>();

const keyOf = (side: Side) => `anslag.session.${side}`;

export function sessionOf(side: Side): Session | undefined {
  const text = sessionStorage.getItem(keyOf(side));
  if (!text) return undefined;
  const session = parsed.get(text) ?? (JSON.parse(text) as Session);
  parsed.set(text, session);
  return session;
}

/** Keeps a session, or without one forgets it; every page that shows who is signed in follows. */
export function keepSession(side: Side, session: Session | undefined): void {
  if (session) sessionStorage.setItem(keyOf(side), JSON.stringify(session));
  else sessionStorage.removeItem(keyOf(side));
  for (const listener of listeners) listener();
}

export function useSession(side: Side): Session | undefined {
  return useSyncExternalStore(
    subscribe,
    () => sessionOf(side),
    () => undefined,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
