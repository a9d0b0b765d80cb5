import { formatEuros } from '../../../texts/format.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { termsTexts } from '../../../texts/portal/terms.ts';
import type { RoundPage, TriedWhatIf } from '../../api/official.ts';
import { WideTable } from '../../frame/wide-table.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';

type Plan = NonNullable<RoundPage['plan']>;

interface ComparisonProps {
  readonly plan: Plan;
  readonly tries: readonly TriedWhatIf[];
}

/** Trials beside the proposal: who gets something else in any of them, by how much, and what it comes to. */
export function Comparison({ plan, tries }: ComparisonProps) {
  const t = useTexts(termsTexts);
  const words = useTexts(handleTexts);
  const { language } = useLanguage();
  const euros = (cents: number) => formatEuros(cents, language);
  const movesOf = (tried: TriedWhatIf) => new Map(tried.moves.map((move) => [move.caseNumber, move]));
  const columns = tries.map((tried) => ({ tried, moves: movesOf(tried) }));
  const moved = plan.lines.filter(({ caseNumber }) => columns.some(({ moves }) => moves.has(caseNumber)));
  return (
    <>
      <p className="note">{t.comparedNote}</p>
      <WideTable caption={t.compared} hideCaption>
        <thead>
          <tr>
            <th scope="col">{words.applicant}</th>
            <th scope="col" className="number">
              {words.points}
            </th>
            <th scope="col" className="number">
              {words.before}
            </th>
            {columns.map(({ tried }) => (
              <th key={tried.comparison} scope="col" className="number trial-name">
                {tried.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moved.map((line) => (
            <tr key={line.caseNumber}>
              <th scope="row">
                {line.rank}. {line.applicantName ?? line.caseNumber}
              </th>
              <td className="number">{line.points}</td>
              <td className="number">{euros(line.awardedCents)}</td>
              {columns.map(({ tried, moves }) => {
                const move = moves.get(line.caseNumber);
                return (
                  <td key={tried.comparison} className="number">
                    {tried.awardedCents === null && '–'}
                    {tried.awardedCents !== null && !move && <span className="note">{t.unchanged}</span>}
                    {move && (
                      <>
                        {euros(move.afterCents)}
                        <br />
                        <span className="note">
                          {signed(move.afterCents - move.beforeCents, euros)}
                          {move.rankAfter !== null &&
                            move.rankAfter !== move.rankBefore &&
                            `, ${t.rankMoves(move.rankBefore, move.rankAfter)}`}
                        </span>
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t.inAll}
            </th>
            <td className="number">{euros(plan.awardedCents)}</td>
            {columns.map(({ tried }) => (
              <td key={tried.comparison} className="number">
                {tried.awardedCents === null ? '–' : euros(tried.awardedCents)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row" colSpan={2}>
              {t.fundedCount}
            </th>
            <td className="number">{fundedIn(plan)}</td>
            {columns.map(({ tried, moves }) => (
              <td key={tried.comparison} className="number">
                {tried.awardedCents === null ? '–' : fundedIn(plan, moves)}
              </td>
            ))}
          </tr>
        </tfoot>
      </WideTable>
    </>
  );
}

/** How many get something, after the moves of a trial. */
function fundedIn(
  { lines }: Plan,
  moves: ReadonlyMap<string, { readonly afterCents: number }> = new Map(),
): number {
  return lines.filter(
    ({ caseNumber, awardedCents }) => (moves.get(caseNumber)?.afterCents ?? awardedCents) > 0,
  ).length;
}

/** A difference with its sign: `+500 €`, `−500 €`. */
export function signed(cents: number, euros: (cents: number) => string): string {
  return `${cents < 0 ? '−' : '+'}${euros(Math.abs(cents))}`;
}
