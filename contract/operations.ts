import { applicantOperations } from './operations/applicants.ts';
import { callOperations } from './operations/calls.ts';
import { caseOperations } from './operations/cases.ts';
import type { Described } from './operations/described.ts';
import { publicOperations } from './operations/public.ts';
import type { RouteKey } from './routes.ts';

/** Every route with what it takes and gives: what the OpenAPI document and the typed client are made of. */
export const operations = {
  ...publicOperations,
  ...applicantOperations,
  ...callOperations,
  ...caseOperations,
} as const satisfies Readonly<Record<RouteKey, Described>>;
