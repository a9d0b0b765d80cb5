import * as z from 'zod/mini';
import type { AllocationRule, AllocationTerms, PolicyRule } from '../domain/call/allocation-rule.ts';
import { cents, line } from './fields.ts';

const percent = z.int().check(z.minimum(0), z.maximum(100));
const id = z.string().check(z.regex(/^[a-z][a-zA-Z0-9-]{0,39}$/));
const value = z.enum(['score', 'score-times-money']);

const quotas = z
  .array(
    z.strictObject({
      dimension: z.enum(['theme', 'region', 'language', 'lead']),
      group: line,
      floorCents: z.optional(cents),
      ceilingCents: z.optional(cents),
    }),
  )
  .check(z.maxLength(100));

const caps = z.strictObject({
  applicantCents: z.optional(cents),
  municipalityCents: z.optional(cents),
});

const terms = {
  thresholdPoints: percent,
  minimumPercent: percent,
  tieKeys: z.array(id),
  reserveCents: z.optional(cents),
  minimumGrantCents: z.optional(cents),
  quotas: z.optional(quotas),
  caps: z.optional(caps),
};

const policies = {
  rank: { policy: z.literal('rank'), mode: z.enum(['strict', 'skip', 'offer']) },
  prorata: { policy: z.literal('prorata') },
  band: { policy: z.literal('band'), bandPoints: percent, value },
  maxscore: {
    policy: z.literal('maxscore'),
    value,
    grants: z.enum(['full', 'partial']),
    floors: z.enum(['met', 'reserved']),
  },
};

/** The rule of a call: its policy, with what belongs to that policy and nothing of another, and the terms of all. */
export const allocationRule = z.discriminatedUnion('policy', [
  z.strictObject({ ...policies.rank, ...terms }),
  z.strictObject({ ...policies.prorata, ...terms }),
  z.strictObject({ ...policies.band, ...terms }),
  z.strictObject({ ...policies.maxscore, ...terms }),
]);

/** What a presenter asks the next plan to be computed with instead. */
export const allocationChange = z.strictObject({
  rule: z.optional(
    z.discriminatedUnion('policy', [
      z.strictObject(policies.rank),
      z.strictObject(policies.prorata),
      z.strictObject(policies.band),
      z.strictObject(policies.maxscore),
    ]),
  ),
  thresholdPoints: z.optional(percent),
  minimumPercent: z.optional(percent),
  reserveCents: z.optional(cents),
  minimumGrantCents: z.optional(cents),
  quotas: z.optional(quotas),
  caps: z.optional(caps),
});

allocationRule satisfies z.ZodMiniType<AllocationRule>;
allocationChange satisfies z.ZodMiniType<
  Partial<Omit<AllocationTerms, 'tieKeys'>> & { readonly rule?: PolicyRule | undefined }
>;
