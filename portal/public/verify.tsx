import { type DragEvent, type FormEvent, useId, useState } from 'react';
import { Button, TextInput } from 'suomifi-ui-components';
import type { Verification } from '../../domain/decision/verification.ts';
import { formatEuros, formatInstant } from '../../texts/format.ts';
import { outcomeNames } from '../../texts/mails.ts';
import { publicTexts, verifyTexts } from '../../texts/portal/public.ts';
import { Refusal } from '../api/client.ts';
import { useVerification } from '../api/public.ts';
import { sha256Of } from '../form/sha256.ts';
import { Facts } from '../frame/facts.tsx';
import { Failure } from '../frame/loaded.tsx';
import { Page } from '../frame/page.tsx';
import { type InLanguage, useLanguage, useTexts } from '../language/language.tsx';

/** Anybody with a letter can ask whether it is the authority's, unchanged and in force. */
export default function Verify() {
  const t = useTexts(verifyTexts);
  const [digest, setDigest] = useState<string>();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState(false);
  const verification = useVerification(digest);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const computed = await sha256Of(file);
    setTyped(computed);
    setFault(false);
    setDigest(computed);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = typed.trim().toLowerCase();
    const sound = /^[0-9a-f]{64}$/.test(wanted);
    setFault(!sound);
    if (sound) setDigest(wanted);
  };
  return (
    <Page title={t.title} lead={t.lead}>
      <DropZone t={t} take={take} />
      <form onSubmit={submit} noValidate className="narrow">
        <TextInput
          labelText={t.digest}
          hintText={t.digestHint}
          value={typed}
          onChange={(value) => setTyped(String(value ?? ''))}
          status={fault ? 'error' : 'default'}
          statusText={fault ? t.digestWrong : ''}
          fullWidth
          mb="s"
        />
        <Button type="submit">{t.check}</Button>
      </form>
      <div aria-live="polite" className="outcome">
        {digest && verification.isFetching && <p>{t.checking}</p>}
        {digest && verification.error && !verification.isFetching && (
          <Unknown error={verification.error} t={t} />
        )}
        {verification.data && !verification.isFetching && <Known verification={verification.data} t={t} />}
      </div>
    </Page>
  );
}

type Words = InLanguage<typeof verifyTexts>;

function DropZone({ t, take }: { t: Words; take: (file: File | undefined) => void }) {
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the field within is for everybody
    <div
      className={over ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id}>
        {t.drop} {t.choose}
      </label>
      <input
        id={id}
        type="file"
        accept="application/pdf"
        onChange={(event) => take(event.currentTarget.files?.[0])}
      />
      <p className="note">{t.private}</p>
    </div>
  );
}

function Unknown({ error, t }: { error: unknown; t: Words }) {
  if (!(error instanceof Refusal && error.status === 404)) return <Failure error={error} />;
  return (
    <div className="panel panel-warning">
      <h2>{t.unknown}</h2>
      <p>{t.unknownText}</p>
    </div>
  );
}

function Known({ verification, t }: { verification: Verification; t: Words }) {
  const { language } = useLanguage();
  const p = useTexts(publicTexts);
  const kinds = {
    letter: t.ofLetter,
    translation: t.ofTranslation,
    'archive-copy': t.ofArchive,
    decision: t.ofDecision,
  };
  const outcomes: Readonly<Record<Verification['outcome'], string>> = {
    grantedInFull: outcomeNames.grantedInFull[language],
    grantedInPart: outcomeNames.grantedInPart[language],
    refused: outcomeNames.refused[language],
    dismissed: outcomeNames.dismissed[language],
    unchanged: t.unchanged,
    changed: t.changed,
    'not-examined': t.notExamined,
  };
  const { inForce, replacedBy = '', signature } = verification;
  return (
    <div className={inForce ? 'panel panel-good' : 'panel panel-warning'}>
      <h2>{t.genuine}</h2>
      <p>
        <strong>{inForce ? t.inForce : t.replaced(replacedBy)}</strong>
      </p>
      <Facts
        facts={[
          [t.kind, kinds[verification.of]],
          [p.caseColumn, verification.caseNumber],
          [p.applicantColumn, `${verification.applicant} (${verification.businessId})`],
          [p.outcomeColumn, outcomes[verification.outcome]],
          [p.granted, formatEuros(verification.awardedCents, language)],
          [t.decidedAt, formatInstant(verification.decidedAt, language)],
        ]}
      />
      <p className="note">
        {t.signed} <code className="digest">{signature.keyId}</code>
      </p>
    </div>
  );
}
