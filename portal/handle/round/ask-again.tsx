import { useState } from 'react';
import type { TaskAnswer } from '../../../contract/task-answer.ts';
import type { AllocationRule } from '../../../domain/call/allocation-rule.ts';
import type { Fault } from '../../../domain/fault.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { termsTexts } from '../../../texts/portal/terms.ts';
import type { PublicCall } from '../../api/public.ts';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { faultsByPlace } from '../faults-by-place.ts';
import { ReasonedForm } from '../reasoned-form.tsx';
import { fieldsOf, readTerms } from './terms.ts';
import { TermsForm } from './terms-form.tsx';

interface AskAgainProps {
  /** The digest of the proposal that is returned. */
  readonly plan: string;
  /** What the form begins with. */
  readonly rule: AllocationRule;
  readonly call: PublicCall;
  readonly busy: boolean;
  readonly send: (answer: TaskAnswer) => void;
}

/** Returns the proposal, and says what another is to be computed with. */
export function AskAgain({ plan, rule, call, busy, send }: AskAgainProps) {
  const t = useTexts(termsTexts);
  const { askAgain } = useTexts(handleTexts);
  const { language } = useLanguage();
  const [fields, setFields] = useState(fieldsOf(rule));
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const submit = (reason: string) => {
    const read = readTerms(fields, call);
    setFaults('faults' in read ? read.faults : []);
    if ('faults' in read) return;
    const { quotas, ...terms } = read.terms;
    const instead = { ...terms, quotas: [...quotas] };
    send({ kind: 'approve-plan', plan, approve: false, reason, instead });
  };
  return (
    <ReasonedForm
      button={askAgain}
      variant="secondary"
      busy={busy}
      send={submit}
      after={
        <p role="status" className="fault">
          {faults.length > 0 && t.toMend(faults.length)}
        </p>
      }
    >
      <TermsForm
        name="ask-again"
        fields={fields}
        change={setFields}
        faults={faultsByPlace(faults, language)}
        call={call}
        withShare
      />
    </ReasonedForm>
  );
}
