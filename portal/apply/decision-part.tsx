import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button, Textarea } from 'suomifi-ui-components';
import type { Decision } from '../../domain/decision/decision.ts';
import { formatEuros } from '../../texts/format.ts';
import { outcomeNames } from '../../texts/mails.ts';
import type { applyTexts } from '../../texts/portal/apply.ts';
import type { ApplicantCase } from '../api/applicant.ts';
import { useApi } from '../api/use-api.tsx';
import { formatPoints } from '../form/points.ts';
import { Facts } from '../frame/facts.tsx';
import { Failure } from '../frame/loaded.tsx';
import { type InLanguage, useLanguage } from '../language/language.tsx';

type Words = InLanguage<typeof applyTexts>;

interface DecisionPartProps {
  readonly caseId: string;
  readonly decision: Decision;
  readonly requirements: ApplicantCase['requirements'];
  readonly t: Words;
}

/** The decision in short, with its letter, and how to ask for it to be rectified. */
export function DecisionPart({ caseId, decision, requirements = [], t }: DecisionPartProps) {
  const { language } = useLanguage();
  const { outcome, awardedCents, costs, standing, caseNumber } = decision;
  const granted = awardedCents > 0;
  const unmet = requirements.filter(({ outcome: found, judgement }) =>
    judgement ? !judgement.met : found === 'notMet' || found === 'missing',
  );
  return (
    <>
      <section className={granted ? 'panel panel-good' : 'panel'} aria-labelledby="decision">
        <h2 id="decision">
          {t.decisionTitle}: {outcomeNames[outcome][language]}
        </h2>
        <Facts
          facts={[
            [t.awarded, formatEuros(awardedCents, language)],
            [t.requested, formatEuros(costs.requestedCents, language)],
            standing ? [t.points, formatPoints(standing.points, language)] : undefined,
            [t.number, caseNumber],
          ]}
        />
        {unmet.length > 0 && (
          <>
            <h3>{t.unmet}</h3>
            <ul>
              {unmet.map(({ rule, subject = '', requirement, reason, sentence }) => (
                <li key={rule + subject}>
                  <strong>{requirement}</strong>: {reason} <cite>{sentence.source}</cite>
                </li>
              ))}
            </ul>
          </>
        )}
        <div className="turn">
          <Letter of="GET /applications/{caseId}/letter" caseId={caseId} text={t.readLetter} />
          <Letter
            of="GET /applications/{caseId}/translation"
            caseId={caseId}
            text={t.readTranslation}
            secondary
          />
        </div>
      </section>
      <Rectification caseId={caseId} t={t} />
    </>
  );
}

interface LetterProps {
  readonly of: 'GET /applications/{caseId}/letter' | 'GET /applications/{caseId}/translation';
  readonly caseId: string;
  readonly text: string;
  readonly secondary?: boolean;
}

/** Fetches the address of a letter, which is good for some minutes, when it is asked for, and lets the browser save it. */
function Letter({ of, caseId, text, secondary = false }: LetterProps) {
  const api = useApi('apply');
  const reading = useMutation({
    mutationFn: () => api(of, { path: { caseId } }),
    onSuccess: ({ url }) => location.assign(url),
  });
  return (
    <div>
      <Failure error={reading.error} />
      <Button
        variant={secondary ? 'secondary' : 'default'}
        onClick={() => reading.mutate()}
        disabled={reading.isPending}
      >
        {text}
      </Button>
    </div>
  );
}

function Rectification({ caseId, t }: { caseId: string; t: Words }) {
  const api = useApi('apply');
  const [demand, setDemand] = useState('');
  const [grounds, setGrounds] = useState('');
  const [tried, setTried] = useState(false);
  const [commandId] = useState(() => crypto.randomUUID());
  const asking = useMutation({
    mutationFn: () =>
      api('POST /applications/{caseId}/rectification', {
        path: { caseId },
        body: { commandId, demand, grounds },
      }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (demand.trim() && grounds.trim()) asking.mutate();
  };
  const fault = (text: string) => (tried && !text.trim() ? t.fillIn : '');
  return (
    <details className="details">
      <summary>{t.rectificationTitle}</summary>
      <p>{t.rectificationText}</p>
      {asking.data ? (
        <p role="status">{t.rectificationSent(asking.data.number)}</p>
      ) : (
        <form onSubmit={submit} noValidate>
          <Textarea
            labelText={t.demand}
            value={demand}
            onChange={(event) => setDemand(event.currentTarget.value)}
            status={fault(demand) ? 'error' : 'default'}
            statusText={fault(demand)}
            fullWidth
            mb="m"
          />
          <Textarea
            labelText={t.grounds}
            value={grounds}
            onChange={(event) => setGrounds(event.currentTarget.value)}
            status={fault(grounds) ? 'error' : 'default'}
            statusText={fault(grounds)}
            fullWidth
            mb="m"
          />
          <Failure error={asking.error} />
          <Button type="submit" variant="secondary" disabled={asking.isPending}>
            {t.requestRectification}
          </Button>
        </form>
      )}
    </details>
  );
}
