import { formatEuros } from '../../../texts/format.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import type { RoundPage } from '../../api/official.ts';
import { type Fact, Facts } from '../../frame/facts.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';

type Account = NonNullable<NonNullable<RoundPage['plan']>['account']>;

/** What is left and why, how sure the plan is, and who is passed over; with what else is told of it. */
export function PlanAccount({ account, facts = [] }: { account: Account; facts?: readonly Fact[] }) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  const { left, proof, passedOver } = account;
  return (
    <>
      <Facts
        facts={[
          ...facts,
          [t.left, [formatEuros(left.cents, language), left.reasons.join(' ')].filter(Boolean).join('. ')],
          proof ? [t.planProof, proof] : undefined,
        ]}
      />
      {passedOver.length > 0 && (
        <details className="details">
          <summary>{t.passedOver(passedOver.length)}</summary>
          <ul>
            {passedOver.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
