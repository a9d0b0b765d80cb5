import { type FormEvent, useState } from 'react';
import { Button, RadioButton, RadioButtonGroup } from 'suomifi-ui-components';
import type { Decision } from '../../domain/decision/decision.ts';
import { correctionGrounds } from '../../texts/correction.ts';
import { formatInstant } from '../../texts/format.ts';
import { correctionTexts } from '../../texts/portal/correction.ts';
import type { ApplicantCase } from '../api/applicant.ts';
import { useStatement } from '../api/correction.ts';
import { serverNow } from '../api/server-time.ts';
import { Facts } from '../frame/facts.tsx';
import { Failure } from '../frame/loaded.tsx';
import { ProposedChanges } from '../frame/proposed-changes.tsx';
import { ProseField } from '../frame/prose-field.tsx';
import { useLanguage, useTexts } from '../language/language.tsx';

interface HearingProps {
  readonly caseId: string;
  readonly decision: Decision;
  readonly hearing: NonNullable<ApplicantCase['hearing']>;
}

/** The correction that an applicant is heard about, with the form to answer while there is time (Act 434/2003 § 34, § 50). */
export function Hearing({ caseId, decision, hearing }: HearingProps) {
  const t = useTexts(correctionTexts);
  const { language } = useLanguage();
  const { ground, reason, changes, hearUntil = '', answer } = hearing;
  const until = formatInstant(hearUntil, language);
  const isOver = serverNow() > hearUntil;
  return (
    <section className="panel panel-warning" aria-labelledby="hearing">
      <h2 id="hearing">{t.hearingTitle}</h2>
      <p>{t.hearingLead}</p>
      <ProposedChanges decision={decision} changes={changes} />
      <Facts
        facts={[
          [t.ground, correctionGrounds[ground][language]],
          [
            t.reason,
            <span key="reason" className="prose">
              {reason}
            </span>,
          ],
        ]}
      />
      {!answer && <p>{isOver ? t.hearingOver(until) : t.hearingUntil(until)}</p>}
      {!answer && !isOver && <StatementForm caseId={caseId} />}
      {answer && (
        <>
          <h3>{t.yourStatement}</h3>
          <p className="prose">{answer.statement}</p>
          <p>{answer.consents ? t.consent : t.noConsent}</p>
        </>
      )}
      <p role="status">{answer && t.statementSent}</p>
    </section>
  );
}

function StatementForm({ caseId }: { caseId: string }) {
  const t = useTexts(correctionTexts);
  const [consents, setConsents] = useState('');
  const [statement, setStatement] = useState('');
  const [tried, setTried] = useState(false);
  const sending = useStatement(caseId);
  const noChoice = tried && consents === '';
  const noStatement = tried && !statement.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (consents !== '' && statement.trim()) sending.mutate({ consents: consents === 'yes', statement });
  };
  return (
    <form onSubmit={submit} noValidate>
      <RadioButtonGroup
        name="consents"
        labelText={t.yourConsent}
        groupStatus={noChoice ? 'error' : 'default'}
        groupStatusText={noChoice ? t.consentMissing : ''}
        value={consents}
        onChange={setConsents}
        mb="m"
      >
        <RadioButton value="yes">{t.consent}</RadioButton>
        <RadioButton value="no">{t.noConsent}</RadioButton>
      </RadioButtonGroup>
      <ProseField
        label={t.yourStatement}
        value={statement}
        change={setStatement}
        fault={noStatement ? t.statementMissing : undefined}
      />
      <Failure error={sending.error} />
      <Button type="submit" disabled={sending.isPending}>
        {t.sendStatement}
      </Button>
    </form>
  );
}
