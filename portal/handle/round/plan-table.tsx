import { Link } from 'react-router';
import { formatEuros } from '../../../texts/format.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import type { RoundPage } from '../../api/official.ts';
import { WideTable } from '../../frame/wide-table.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';

interface PlanTableProps {
  /** What opens it. */
  readonly title: string;
  readonly caption: string;
  readonly lines: NonNullable<RoundPage['plan']>['lines'];
  /** What the column of what each gets is called. */
  readonly awarded: string;
}

/** Everybody of a plan in the order of ranking, with what each gets and why; folded until it is wanted. */
export function PlanTable({ title, caption, lines, awarded }: PlanTableProps) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  return (
    <details className="details">
      <summary>{title}</summary>
      <WideTable caption={caption}>
        <thead>
          <tr>
            <th scope="col" className="number">
              {t.rank}
            </th>
            <th scope="col">{t.applicant}</th>
            <th scope="col" className="number">
              {t.points}
            </th>
            <th scope="col" className="number">
              {t.grantable}
            </th>
            <th scope="col" className="number">
              {awarded}
            </th>
            <th scope="col">{t.why}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.caseNumber}>
              <td className="number">{line.rank}</td>
              <th scope="row">
                <Link to={`/handle/cases/${line.caseId}`}>{line.applicantName}</Link>
              </th>
              <td className="number">{line.points}</td>
              <td className="number">{formatEuros(line.grantableCents, language)}</td>
              <td className="number">{formatEuros(line.awardedCents, language)}</td>
              <td className="reason">{line.reason}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </details>
  );
}
