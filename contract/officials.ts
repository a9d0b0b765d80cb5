import * as z from 'zod/mini';
import type { Officials } from '../domain/call/call.ts';
import { email, line, username } from './fields.ts';

const people = z.array(username).check(z.maxLength(50));
const atLeastOne = people.check(z.minLength(1));

/** Who handles a call. Every role but the reserve has somebody, and nobody both prepares or scores and decides. */
export const officials = z
  .strictObject({
    names: z.record(username, line),
    emails: z.optional(z.record(username, email)),
    presenters: atLeastOne,
    evaluators: atLeastOne,
    reserveEvaluators: people,
    decisionMakers: atLeastOne,
  })
  .check(
    z.refine(
      ({ presenters, evaluators, reserveEvaluators, decisionMakers }) =>
        !decisionMakers.some((person) =>
          [...presenters, ...evaluators, ...reserveEvaluators].includes(person),
        ),
      { path: ['decisionMakers'], error: 'decider-prepares' },
    ),
    z.refine(
      ({ names, emails: _, ...roles }) =>
        Object.values(roles)
          .flat()
          .every((person) => names[person] !== undefined),
      { path: ['names'], error: 'name-missing' },
    ),
  );

officials satisfies z.ZodMiniType<Officials>;
