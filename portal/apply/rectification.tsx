import { type FormEvent, useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { formatEuros, formatInstant } from '../../texts/format.ts';
import { rectificationTexts } from '../../texts/portal/rectification.ts';
import { rectificationOutcomes } from '../../texts/rectification.ts';
import { type OwnRectification, useRectificationRequest } from '../api/rectification.ts';
import { Facts } from '../frame/facts.tsx';
import { FileButton } from '../frame/file-button.tsx';
import { Failure } from '../frame/loaded.tsx';
import { ProseField } from '../frame/prose-field.tsx';
import { type InLanguage, useLanguage, useTexts } from '../language/language.tsx';

type Words = InLanguage<typeof rectificationTexts>;

interface RectificationProps {
  readonly caseId: string;
  readonly rectification: OwnRectification;
}

/** One's request for rectification, and once it is decided what became of it, with its letter. */
export function Rectification({ caseId, rectification }: RectificationProps) {
  const t = useTexts(rectificationTexts);
  const { language } = useLanguage();
  const { request, requestedAt, decided } = rectification;
  return (
    <section className={decided ? 'panel panel-good' : 'panel'} aria-labelledby="rectification">
      <h2 id="rectification">
        {decided
          ? `${t.request(request.number)}: ${rectificationOutcomes[decided.outcome][language]}`
          : t.request(request.number)}
      </h2>
      {decided ? (
        <Outcome caseId={caseId} rectification={rectification} t={t} />
      ) : (
        <>
          <p role="status">{t.received}</p>
          {requestedAt > request.deadline && <p>{t.receivedLate}</p>}
        </>
      )}
      <details className="details">
        <summary>{t.yourRequest}</summary>
        <Facts facts={[[t.requestedAt, formatInstant(requestedAt, language)]]} />
        <h3>{t.whatToChange}</h3>
        <p className="prose">{request.demand}</p>
        <h3>{t.why}</h3>
        <p className="prose">{request.grounds}</p>
      </details>
    </section>
  );
}

function Outcome({
  caseId,
  rectification: { decided, decidedAt, letter },
  t,
}: RectificationProps & { readonly t: Words }) {
  const { language } = useLanguage();
  if (!decided) return null;
  return (
    <>
      <Facts
        facts={[
          [t.awarded, formatEuros(decided.awardedCents, language)],
          decidedAt ? [t.decidedAt, formatInstant(decidedAt, language)] : undefined,
        ]}
      />
      <h3>{t.reasons}</h3>
      <p className="prose">{decided.reasons}</p>
      <p>{t.appeal}</p>
      {letter ? (
        <FileButton
          side="apply"
          ask={(api) => api('GET /applications/{caseId}/rectification/letter', { path: { caseId } })}
          text={t.letter}
          variant="default"
        />
      ) : (
        <p role="status">{t.letterComing}</p>
      )}
    </>
  );
}

/** Asks for rectification: what is to be changed, and why. */
export function RectificationRequest({ caseId }: { caseId: string }) {
  const t = useTexts(rectificationTexts);
  const [demand, setDemand] = useState('');
  const [grounds, setGrounds] = useState('');
  const [tried, setTried] = useState(false);
  const asking = useRectificationRequest(caseId);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (demand.trim() && grounds.trim()) asking.mutate({ demand, grounds });
  };
  const noDemand = tried && !demand.trim();
  const noGrounds = tried && !grounds.trim();
  return (
    <details className="details">
      <summary>{t.title}</summary>
      <p>{t.lead}</p>
      <form onSubmit={submit} noValidate>
        <ProseField
          label={t.whatToChange}
          value={demand}
          change={setDemand}
          longest={20_000}
          fault={noDemand ? t.demandMissing : undefined}
        />
        <ProseField
          label={t.why}
          value={grounds}
          change={setGrounds}
          longest={20_000}
          fault={noGrounds ? t.groundsMissing : undefined}
        />
        <Failure error={asking.error} />
        <Button type="submit" variant="secondary" disabled={asking.isPending}>
          {t.send}
        </Button>
      </form>
    </details>
  );
}
