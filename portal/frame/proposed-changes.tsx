import type { CorrectionChanges } from '../../domain/case/events.ts';
import type { Decision } from '../../domain/decision/decision.ts';
import { formatEuros } from '../../texts/format.ts';
import { correctionTexts } from '../../texts/portal/correction.ts';
import { useLanguage, useTexts } from '../language/language.tsx';
import { Facts } from './facts.tsx';

interface ProposedChangesProps {
  readonly decision: Decision;
  readonly changes: CorrectionChanges;
}

/** What a correction would put in the place of what a decision says: no table, in which a narrow window would hide it. */
export function ProposedChanges({ decision, changes }: ProposedChangesProps) {
  const t = useTexts(correctionTexts);
  const { language } = useLanguage();
  const euros = (cents: number | undefined) => cents !== undefined && formatEuros(cents, language);
  const rows = [
    [t.projectTitle, decision.title, changes.title],
    [t.applicantName, decision.applicant.name, changes.applicantName],
    [t.awarded, euros(decision.awardedCents), euros(changes.awardedCents)],
  ] as const;
  return (
    <Facts
      facts={rows.map(([name, now, corrected]) =>
        corrected
          ? [
              name,
              <span key={name}>
                {t.now}: {now}
                <br />
                {t.corrected}: <strong>{corrected}</strong>
              </span>,
            ]
          : undefined,
      )}
    />
  );
}
