import type { RouteKey } from '../contract/routes.ts';

/** Requests a second over all callers, and how many may come at once before that counts. */
interface RateLimit {
  readonly rate: number;
  readonly burst: number;
}

/** Enough for the last hour of a call with many applicants, and a bound for whoever tries more. */
export const usual: RateLimit = { rate: 100, burst: 200 };

/** Reads every case of a call, or searches for seconds: for the few officials of a call. */
const heavy: RateLimit = { rate: 5, burst: 20 };

/** Open to anybody and looked up one at a time. */
const lookedUp: RateLimit = { rate: 20, burst: 60 };

/** Open to anybody and kept. */
const written: RateLimit = { rate: 1, burst: 10 };

/** The routes that are limited more than usual. */
export const rateLimits: Readonly<Partial<Record<RouteKey, RateLimit>>> = {
  'POST /calls/{callId}/what-ifs': heavy,
  'GET /calls/{callId}/round': heavy,
  'GET /calls/{callId}/mails': heavy,
  'GET /calls/{callId}/drafts': heavy,
  'GET /calls/{callId}/cases.csv': heavy,
  'GET /calls/{callId}/cases.xlsx': heavy,
  'GET /letters/{digest}': lookedUp,
  'GET /openapi.json': lookedUp,
  'GET /schemas/{schema}': lookedUp,
  'POST /invitations': written,
  'POST /feedback': written,
};
