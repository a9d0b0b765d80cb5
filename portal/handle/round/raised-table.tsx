import { Link } from 'react-router';
import { formatEuros } from '../../../texts/format.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { reallocationTexts } from '../../../texts/portal/reallocation.ts';
import type { Reallocation } from '../../api/reallocation.ts';
import { WideTable } from '../../frame/wide-table.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';

/** Those who get more by a reallocation, as far as the reader may know of them. */
export function RaisedTable({ reallocation }: { reallocation: Reallocation }) {
  const t = useTexts(reallocationTexts);
  const words = useTexts(handleTexts);
  const { language } = useLanguage();
  const euros = (cents: number) => formatEuros(cents, language);
  const { lines, moves, approved } = reallocation;
  const raised = moves.flatMap((move) => {
    const line = lines.find(({ caseNumber }) => caseNumber === move.caseNumber);
    return line ? [{ ...line, ...move }] : [];
  });
  return (
    <WideTable caption={t.title} hideCaption>
      <thead>
        <tr>
          <th scope="col" className="number">
            {words.rank}
          </th>
          <th scope="col">{words.applicant}</th>
          <th scope="col" className="number">
            {words.points}
          </th>
          <th scope="col" className="number">
            {approved ? t.had : t.has}
          </th>
          <th scope="col" className="number">
            {t.gets}
          </th>
          <th scope="col" className="number">
            {t.more}
          </th>
          <th scope="col">{words.why}</th>
        </tr>
      </thead>
      <tbody>
        {raised.map(({ caseId, caseNumber, applicantName, rank, points, fromCents, toCents, reason }) => (
          <tr key={caseNumber}>
            <td className="number">{rank}</td>
            <th scope="row">
              <Link to={`/handle/cases/${caseId}`}>{applicantName ?? caseNumber}</Link>
            </th>
            <td className="number">{points}</td>
            <td className="number">{euros(fromCents)}</td>
            <td className="number">{euros(toCents)}</td>
            <td className="number">+{euros(toCents - fromCents)}</td>
            <td className="reason">{reason}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
