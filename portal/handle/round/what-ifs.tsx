import { useState } from 'react';
import { Checkbox } from 'suomifi-ui-components';
import type { AllocationChange } from '../../../domain/round/events.ts';
import { termsTexts } from '../../../texts/portal/terms.ts';
import type { RoundPage } from '../../api/official.ts';
import type { PublicCall } from '../../api/public.ts';
import { useTexts } from '../../language/language.tsx';
import { Comparison } from './comparison.tsx';
import { canBeAsked, changeIn } from './scenario.ts';
import { Tried } from './tried.tsx';
import { WhatIfForm } from './what-if-form.tsx';

/** How many trials stand beside the proposal until the reader chooses. */
const besideAtFirst = 3;

interface WhatIfsProps {
  readonly round: RoundPage;
  readonly plan: NonNullable<RoundPage['plan']>;
  readonly call: PublicCall;
  /** Fills in the form for another proposal; absent for whoever may not ask for one, and may try nothing. */
  readonly ask?: ((change: AllocationChange) => void) | undefined;
}

/** What would follow from something else, beside the proposal; it decides nothing. */
export function WhatIfs({ round, plan, call, ask }: WhatIfsProps) {
  const t = useTexts(termsTexts);
  const [left, setLeft] = useState<readonly string[]>();
  const ofThis = round.whatIfs.filter(({ isOfThisPlan }) => isOfThisPlan);
  const earlier = round.whatIfs.filter(({ isOfThisPlan }) => !isOfThisPlan);
  const beside = left ?? ofThis.slice(-besideAtFirst).map(({ comparison }) => comparison);
  const toggle = (comparison: string) =>
    setLeft(
      beside.includes(comparison) ? beside.filter((one) => one !== comparison) : [...beside, comparison],
    );
  const chosen = ofThis.filter(({ comparison }) => beside.includes(comparison));
  return (
    <>
      {ask && <WhatIfForm key={plan.plan} round={round} plan={plan} call={call} />}
      {ofThis.length > 0 && (
        <>
          <h3>{t.compared}</h3>
          {ofThis.length > 1 && (
            <fieldset className="ticks">
              <legend>{t.compare}</legend>
              {ofThis.map(({ comparison, name }) => (
                <Checkbox
                  key={comparison}
                  checked={beside.includes(comparison)}
                  onClick={() => toggle(comparison)}
                >
                  {name}
                </Checkbox>
              ))}
            </fieldset>
          )}
          {chosen.length > 0 && <Comparison plan={plan} tries={chosen} />}
          {ofThis.map((tried) => (
            <Tried
              key={tried.comparison}
              tried={tried}
              round={round}
              plan={plan}
              call={call}
              ask={
                ask && canBeAsked(tried.scenario)
                  ? () => ask(changeIn(tried.scenario, plan.scorePerPoint))
                  : undefined
              }
            />
          ))}
        </>
      )}
      {earlier.length > 0 && (
        <details className="details">
          <summary>{t.earlier}</summary>
          {earlier.map((tried) => (
            <Tried key={tried.comparison} tried={tried} round={round} plan={plan} call={call} />
          ))}
        </details>
      )}
    </>
  );
}
