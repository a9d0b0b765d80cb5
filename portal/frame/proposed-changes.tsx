import type { CorrectionChanges } from '../../domain/case/events.ts';
import type { Decision } from '../../domain/decision/decision.ts';
import { formatEuros } from '../../texts/format.ts';
import { correctionTexts } from '../../texts/portal/correction.ts';
import { useLanguage, useTexts } from '../language/language.tsx';
import { WideTable } from './wide-table.tsx';

interface ProposedChangesProps {
  readonly decision: Decision;
  readonly changes: CorrectionChanges;
}

/** What a correction would put in the place of what a decision says, side by side. */
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
    <WideTable caption={t.proposed} hideCaption>
      <thead>
        <tr>
          <th scope="col">{t.field}</th>
          <th scope="col">{t.now}</th>
          <th scope="col">{t.corrected}</th>
        </tr>
      </thead>
      <tbody>
        {rows
          .filter(([, , corrected]) => corrected)
          .map(([field, now, corrected]) => (
            <tr key={field}>
              <th scope="row">{field}</th>
              <td>{now}</td>
              <td>
                <strong>{corrected}</strong>
              </td>
            </tr>
          ))}
      </tbody>
    </WideTable>
  );
}
