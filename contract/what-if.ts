import * as z from 'zod/mini';
import type { Scenario } from '../domain/allocation/what-if.ts';
import { cents, commandId, line } from './fields.ts';

const score = z.int().check(z.minimum(0));
const value = z.enum(['score', 'score-times-money']);
const sum = z.nullable(cents);

const policy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rank'), mode: z.enum(['strict', 'skip', 'offer']) }),
  z.strictObject({ kind: z.literal('prorata') }),
  z.strictObject({ kind: z.literal('band'), width: score, value }),
  z.strictObject({
    kind: z.literal('maxscore'),
    value,
    grants: z.enum(['full', 'partial']),
    floors: z.enum(['met', 'reserved']),
  }),
]);

/** What an allocation is to be computed with instead. Sums in cents, scores in the units of the allocation's input. */
const scenario = z.strictObject({
  name: line,
  appropriation: z.optional(cents),
  reserve: z.optional(cents),
  policy: z.optional(policy),
  threshold: z.optional(score),
  minimumGrant: z.optional(cents),
  quotas: z.optional(
    z
      .array(
        z.strictObject({ dimension: line, group: line, floor: z.optional(cents), ceiling: z.optional(sum) }),
      )
      .check(z.maxLength(200)),
  ),
  caps: z.optional(z.strictObject({ applicant: z.optional(sum), municipality: z.optional(sum) })),
  scores: z.optional(z.record(line, score)),
  withdrawn: z.optional(z.array(line).check(z.maxLength(10_000))),
});

scenario satisfies z.ZodMiniType<Scenario>;

/** A list of scenarios, as a file has it. */
export const scenarios = z.array(scenario).check(z.maxLength(100));

/** POST /calls/{callId}/what-ifs. */
export const whatIfRequest = z.strictObject({ commandId, scenario });
