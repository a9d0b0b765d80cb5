import { useState } from 'react';
import { InlineAlert, RadioButton, RadioButtonGroup, TextInput } from 'suomifi-ui-components';
import type { RectificationOutcome } from '../../../domain/rectification/rectification.ts';
import { formatEuros } from '../../../texts/format.ts';
import { rectificationTexts } from '../../../texts/portal/rectification.ts';
import { type Rectification, useRectificationDecision } from '../../api/rectification.ts';
import { eurosInField, parseEuros } from '../../form/euros.ts';
import { type InLanguage, useLanguage, useTexts } from '../../language/language.tsx';
import { ReasonedForm } from '../reasoned-form.tsx';

interface RectificationFormProps {
  readonly caseId: string;
  readonly rectification: Rectification;
}

/** Decides on a request for rectification: unchanged, changed to another sum, or not examined; always with reasons. */
export function RectificationForm({ caseId, rectification }: RectificationFormProps) {
  const t = useTexts(rectificationTexts);
  const { request, requestedAt } = rectification;
  const isLate = requestedAt > request.deadline;
  const [outcome, setOutcome] = useState<RectificationOutcome | ''>(isLate ? 'not-examined' : '');
  const [sum, setSum] = useState('');
  const [tried, setTried] = useState(false);
  const deciding = useRectificationDecision(caseId);
  const cents = parseEuros(sum);
  const sumFault = useSumFault(cents, request, t);
  const send = (reasons: string) => {
    if (outcome === '' || (outcome === 'changed' && sumFault)) return;
    const award = outcome === 'changed' && cents !== undefined ? { awardedCents: cents } : {};
    deciding.mutate({ outcome, reasons, ...award });
  };
  return (
    <ReasonedForm
      className="narrower"
      label={t.reasons}
      button={t.decide}
      longest={20_000}
      busy={deciding.isPending}
      error={deciding.error}
      tried={() => setTried(true)}
      send={send}
      after={<p className="note">{t.decideNote}</p>}
    >
      <p>{t.decideLead}</p>
      {isLate && (
        <InlineAlert status="warning" mb="m">
          {t.late}
        </InlineAlert>
      )}
      <RadioButtonGroup
        name="outcome"
        labelText={t.choose}
        groupStatus={tried && outcome === '' ? 'error' : 'default'}
        groupStatusText={tried && outcome === '' ? t.outcomeMissing : ''}
        value={outcome}
        onChange={(value) => setOutcome(value as RectificationOutcome)}
        mb="m"
      >
        <RadioButton value="unchanged" disabled={isLate}>
          {t.unchanged}
        </RadioButton>
        <RadioButton value="changed" disabled={isLate}>
          {t.changed}
        </RadioButton>
        <RadioButton value="not-examined" hintText={t.notExaminedHint}>
          {t.notExamined}
        </RadioButton>
      </RadioButtonGroup>
      {outcome === 'changed' && (
        <SumField request={request} value={sum} change={setSum} fault={tried ? sumFault : undefined} t={t} />
      )}
    </ReasonedForm>
  );
}

type Words = InLanguage<typeof rectificationTexts>;

/** What is wrong with a new sum: it must be one, another than the one before, and no more than could be granted. */
function useSumFault(
  cents: number | undefined,
  { awardedCents, grantableCents }: Rectification['request'],
  t: Words,
): string | undefined {
  const { language } = useLanguage();
  if (cents === undefined) return t.sumMissing;
  if (cents > grantableCents) return t.sumTooLarge(formatEuros(grantableCents, language));
  return cents === awardedCents ? t.sumSame : undefined;
}

interface SumFieldProps {
  readonly request: Rectification['request'];
  readonly value: string;
  readonly change: (value: string) => void;
  readonly fault: string | undefined;
  readonly t: Words;
}

function SumField({ request: { awardedCents, grantableCents }, value, change, fault, t }: SumFieldProps) {
  const { language } = useLanguage();
  return (
    <TextInput
      labelText={t.newSum}
      hintText={t.newSumHint(formatEuros(awardedCents, language), formatEuros(grantableCents, language))}
      inputMode="decimal"
      value={value}
      onChange={(typed) => change(String(typed ?? ''))}
      onBlur={() => change(eurosInField(parseEuros(value) ?? value))}
      status={fault ? 'error' : 'default'}
      statusText={fault ?? ''}
      mb="m"
    />
  );
}
