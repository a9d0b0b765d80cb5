import { useState } from 'react';
import { Checkbox, RadioButton, RadioButtonGroup, TextInput } from 'suomifi-ui-components';
import type { CorrectionGround, Decision } from '../../../domain/decision/decision.ts';
import { formatEuros } from '../../../texts/format.ts';
import { correctionTexts } from '../../../texts/portal/correction.ts';
import { type Proposal, useProposal } from '../../api/correction.ts';
import { eurosInField, parseEuros } from '../../form/euros.ts';
import { type InLanguage, useLanguage, useTexts } from '../../language/language.tsx';
import { ReasonedForm } from '../reasoned-form.tsx';

interface Typed {
  readonly title: string;
  readonly applicantName: string;
  readonly sum: string;
}

/** A presenter's proposal to correct a decision: what it says now, to be changed where it is wrong, and why. */
export function ProposalForm({ caseId, decision }: { caseId: string; decision: Decision }) {
  const t = useTexts(correctionTexts);
  const { language } = useLanguage();
  const [typed, setTyped] = useState<Typed>({
    title: decision.title,
    applicantName: decision.applicant.name,
    sum: eurosInField(decision.awardedCents),
  });
  const [ground, setGround] = useState<CorrectionGround | ''>('');
  const [isOwnDoing, setOwnDoing] = useState(false);
  const [tried, setTried] = useState(false);
  const proposing = useProposal(caseId);
  const changes = changesOf(typed, decision);
  const faults = faultsOf(typed, changes, decision, {
    ...t,
    most: formatEuros(decision.awardedCents, language),
  });
  const isWorse = changes.awardedCents !== undefined;
  const fault = (name: keyof Typed) => (tried ? (faults[name] ?? '') : '');
  const send = (reason: string) => {
    if (ground === '' || Object.keys(faults).length > 0) return;
    const causedByApplicant = isWorse && ground === 'factual-error' && isOwnDoing;
    proposing.mutate({ ground, causedByApplicant, reason, changes });
  };
  const field = (name: keyof Typed, label: string) => (
    <TextInput
      labelText={label}
      value={typed[name]}
      onChange={(value) => setTyped({ ...typed, [name]: String(value ?? '') })}
      status={fault(name) ? 'error' : 'default'}
      statusText={fault(name)}
      fullWidth
      mb="m"
    />
  );
  return (
    <details className="details">
      <summary>{t.propose}</summary>
      <p>{t.proposeLead}</p>
      <ReasonedForm
        label={t.reason}
        button={t.sendProposal}
        variant="secondary"
        busy={proposing.isPending}
        error={proposing.error}
        tried={() => setTried(true)}
        send={send}
      >
        {field('title', t.projectTitle)}
        {field('applicantName', t.applicantName)}
        {decision.awardedCents > 0 && field('sum', t.awardedEuros)}
        <RadioButtonGroup
          name="ground"
          labelText={t.kindOfError}
          groupStatus={tried && ground === '' ? 'error' : 'default'}
          groupStatusText={tried && ground === '' ? t.groundMissing : ''}
          value={ground}
          onChange={(value) => setGround(value as CorrectionGround)}
          mb="m"
        >
          <RadioButton value="typing-error">{t.typingError}</RadioButton>
          <RadioButton value="factual-error">{t.factualError}</RadioButton>
        </RadioButtonGroup>
        {isWorse && <p>{t.willBeHeard}</p>}
        {isWorse && ground === 'factual-error' && (
          <Checkbox checked={isOwnDoing} onClick={({ checkboxState }) => setOwnDoing(checkboxState)} mb="m">
            {t.causedByApplicant}
          </Checkbox>
        )}
      </ReasonedForm>
    </details>
  );
}

/** Only what differs from what the decision says. */
function changesOf({ title, applicantName, sum }: Typed, decision: Decision): Proposal['changes'] {
  const cents = parseEuros(sum);
  return {
    ...(title.trim() === decision.title ? {} : { title: title.trim() }),
    ...(applicantName.trim() === decision.applicant.name ? {} : { applicantName: applicantName.trim() }),
    ...(cents === undefined || cents === decision.awardedCents ? {} : { awardedCents: cents }),
  };
}

/** What is wrong with what was typed, by its field; that nothing was changed is told at the first. */
function faultsOf(
  { title, applicantName, sum }: Typed,
  changes: Proposal['changes'],
  { awardedCents }: Decision,
  t: InLanguage<typeof correctionTexts> & { readonly most: string },
): Partial<Record<keyof Typed, string>> {
  const cents = parseEuros(sum);
  const isSum = awardedCents === 0 || (cents !== undefined && cents > 0 && cents <= awardedCents);
  const isSame = isSum && Object.keys(changes).length === 0;
  return {
    ...(isSame ? { title: t.nothingChanged } : {}),
    ...(title.trim() ? {} : { title: t.titleMissing }),
    ...(applicantName.trim() ? {} : { applicantName: t.nameMissing }),
    ...(isSum ? {} : { sum: t.sumWrong(t.most) }),
  };
}
