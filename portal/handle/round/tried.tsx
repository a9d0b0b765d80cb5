import { Button } from 'suomifi-ui-components';
import { formatEuros, formatInstant } from '../../../texts/format.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { termsTexts } from '../../../texts/portal/terms.ts';
import type { RoundPage, TriedWhatIf } from '../../api/official.ts';
import type { PublicCall } from '../../api/public.ts';
import { Bars } from '../../charts/bars.tsx';
import { WideTable } from '../../frame/wide-table.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { signed } from './comparison.tsx';
import { explainScenario } from './scenario-words.ts';

type Plan = NonNullable<RoundPage['plan']>;

interface TriedProps {
  readonly tried: TriedWhatIf;
  readonly round: RoundPage;
  readonly plan: Plan;
  readonly call: PublicCall;
  /** Asks for a proposal by its terms; absent where the reader may not, or cannot by these. */
  readonly ask?: (() => void) | undefined;
}

/** One trial: what it does otherwise, what it comes to, who moves and why. */
export function Tried({ tried, round, plan, call, ask }: TriedProps) {
  const t = useTexts(termsTexts);
  const words = useTexts(handleTexts);
  const { language } = useLanguage();
  const { name, at, by, awardedCents, scenario, unkept } = tried;
  const nameOf = (caseNumber: string) =>
    plan.lines.find((line) => line.caseNumber === caseNumber)?.applicantName ?? caseNumber;
  const around = { call, scorePerPoint: plan.scorePerPoint, nameOf, language };
  return (
    <div className="card tried">
      <h4>{name}</h4>
      <p className="note">
        {[formatInstant(at, language), by && (round.officials.names[by] ?? by)].filter(Boolean).join(', ')}
      </p>
      <ul>
        {explainScenario(scenario, around).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {awardedCents === null ? (
        <>
          <p>{t.noPlan}</p>
          <ul>
            {unkept.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>
          {t.inAll}: <strong>{formatEuros(awardedCents, language)}</strong>
        </p>
      )}
      {awardedCents !== null && tried.moves.length === 0 && <p>{words.noMoves}</p>}
      {awardedCents !== null && tried.isOfThisPlan && tried.moves.length > 0 && (
        <Moves tried={tried} plan={plan} nameOf={nameOf} />
      )}
      {ask && awardedCents !== null && (
        <div className="turn">
          <Button variant="secondary" aria-label={`${t.ask}: ${name}`} onClick={ask}>
            {t.ask}
          </Button>
        </div>
      )}
    </div>
  );
}

interface MovesProps {
  readonly tried: TriedWhatIf;
  readonly plan: Plan;
  readonly nameOf: (caseNumber: string) => string;
}

/** The whole list as the trial would have it, and who moves, by how much and why. */
function Moves({ tried, plan, nameOf }: MovesProps) {
  const t = useTexts(termsTexts);
  const words = useTexts(handleTexts);
  const { language } = useLanguage();
  const euros = (cents: number) => formatEuros(cents, language);
  const after = new Map(tried.moves.map(({ caseNumber, afterCents }) => [caseNumber, afterCents]));
  return (
    <details>
      <summary aria-label={`${t.whyMoves}: ${tried.name}`}>{t.whyMoves}</summary>
      <p className="note">{t.chartNote}</p>
      <Bars
        bars={plan.lines.map(({ caseNumber, rank, applicantName, grantableCents, awardedCents }) => ({
          id: caseNumber,
          label: `${rank}. ${applicantName ?? caseNumber}`,
          whole: grantableCents,
          filled: after.get(caseNumber) ?? awardedCents,
          text: `${euros(after.get(caseNumber) ?? awardedCents)} / ${euros(grantableCents)}`,
        }))}
      />
      <WideTable caption={tried.name} hideCaption>
        <thead>
          <tr>
            <th scope="col">{words.applicant}</th>
            <th scope="col" className="number">
              {words.before}
            </th>
            <th scope="col" className="number">
              {words.after}
            </th>
            <th scope="col" className="number">
              {t.difference}
            </th>
            <th scope="col">{words.why}</th>
          </tr>
        </thead>
        <tbody>
          {tried.moves.map(({ caseNumber, beforeCents, afterCents, reason }) => (
            <tr key={caseNumber}>
              <th scope="row">{nameOf(caseNumber)}</th>
              <td className="number">{euros(beforeCents)}</td>
              <td className="number">{euros(afterCents)}</td>
              <td className="number">{signed(afterCents - beforeCents, euros)}</td>
              <td className="reason">{reason ?? t.isWithdrawn}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </details>
  );
}
