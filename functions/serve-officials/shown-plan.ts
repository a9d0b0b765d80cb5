import type { SignedIn } from '../../domain/access/relations.ts';
import { type ProposedPlan, planIn } from '../../domain/round/plan.ts';
import { listCases, readCase } from '../../store/cases.ts';
import type { Table } from '../../store/table.ts';
import { explainReason } from '../../texts/allocation.ts';
import { formatPoints } from '../../texts/format.ts';
import { groupNamesOf } from '../../texts/group-names.ts';
import type { Language } from '../../texts/language.ts';
import { accountOf } from './plan-account.ts';
import { type Subject, seenBy } from './subject.ts';

export interface Reader {
  readonly person: SignedIn;
  readonly language: Language;
  readonly subject: Subject;
}

/** A plan as its reader may know it: a line for each case, how many there are besides, and the plan's account. */
export async function shownPlan(table: Table, { person, language, subject }: Reader, kept: ProposedPlan) {
  if (kept.allocation.kind === 'infeasible') return { lines: [], hidden: 0 };
  const { callId, published } = subject.round;
  const nameOf = groupNamesOf(published.call);
  const listings = new Map((await listCases(table, callId)).map((listing) => [listing.number, listing]));
  const plan = planIn(kept);
  const { awards, parameters } = plan;
  const { scorePerPoint = 1 } = parameters;
  const lines = await Promise.all(
    awards.map(async (award) => {
      const listing = listings.get(award.id);
      if (!listing) return [];
      const { caseId, applicantName, title } = listing;
      const seen = seenBy(person, subject, caseId, (await readCase(table, caseId)).state);
      if (!seen) return [];
      const { id: caseNumber, rank, requested, cents, outcome, reason, score } = award;
      return [
        {
          caseId,
          caseNumber,
          applicantName,
          title,
          rank,
          points: formatPoints(score, scorePerPoint, language),
          grantableCents: requested,
          awardedCents: cents,
          outcome,
          reason: explainReason(reason, language, nameOf),
        },
      ];
    }),
  );
  const shown = lines.flat();
  const known = new Set(shown.map(({ caseNumber }) => caseNumber));
  const account = accountOf(plan, known, language, nameOf);
  return { lines: shown, hidden: lines.length - shown.length, account };
}
