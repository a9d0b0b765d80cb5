import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Button, Checkbox, InlineAlert, TextInput } from 'suomifi-ui-components';
import { draftTexts } from '../../../texts/portal/draft.ts';
import type { DraftCheck, DraftView } from '../../api/applicant.ts';
import { askAgain } from '../../api/client.ts';
import type { PublicCall } from '../../api/public.ts';
import { useApi } from '../../api/use-api.tsx';
import { fieldWords, isEmptyAt, placeOf } from '../../form/field-words.ts';
import { Cited } from '../../frame/cited.tsx';
import { Failure } from '../../frame/loaded.tsx';
import { type InLanguage, useLanguage, useTexts } from '../../language/language.tsx';
import type { DraftKeeper } from './keeper.ts';
import { fieldId, stepOf } from './steps.ts';

interface CheckStepProps {
  readonly draft: DraftView;
  readonly call: PublicCall;
  readonly keeper: DraftKeeper;
  /** Told what is wrong with which field. */
  readonly found: (faults: ReadonlyMap<string, string>) => void;
}

/** Everything that is missing, at once, each with its place; then the signing and sending, and who writes along. */
export function CheckStep({ draft, call, keeper, found }: CheckStepProps) {
  const t = useTexts(draftTexts);
  const api = useApi('apply');
  const check = useMutation({
    mutationFn: async () => {
      await keeper.flush();
      return api('POST /drafts/{draftId}/check', { path: { draftId: draft.draftId } });
    },
    retry: askAgain,
    onSuccess: ({ faults }) =>
      found(
        new Map(
          faults.map(({ place, text }) => [
            fieldId(place),
            isEmptyAt(placeOf(place), keeper.document) ? t.fillIn : text,
          ]),
        ),
      ),
  });
  const { mutate } = check;
  useEffect(() => mutate(), [mutate]);
  const { data } = check;
  return (
    <>
      <p>{t.checkLead}</p>
      <div aria-live="polite">
        {check.isPending && <p>{t.checking}</p>}
        <Failure error={check.error} />
        {data && !check.isPending && <Found check={data} draft={draft} call={call} keeper={keeper} t={t} />}
      </div>
      {!check.isPending && (
        <Button variant="secondary" onClick={() => mutate()} mb="m">
          {t.checkAgain}
        </Button>
      )}
      {data?.sendable && !check.isPending && <Sending draft={draft} keeper={keeper} t={t} />}
      {draft.mayAct && <Colleagues draft={draft} t={t} />}
      {draft.mayAct && <ThrowAway draft={draft} keeper={keeper} t={t} />}
    </>
  );
}

type Words = InLanguage<typeof draftTexts>;

interface FoundProps extends Omit<CheckStepProps, 'found'> {
  readonly check: DraftCheck;
  readonly t: Words;
}

function Found({ check, draft, call, keeper, t }: FoundProps) {
  const { language } = useLanguage();
  const { nameOf } = fieldWords(call, t, language);
  const heading = useRef<HTMLHeadingElement>(null);
  const { faults, findings } = check;
  useEffect(() => {
    if (faults.length > 0) heading.current?.focus();
  }, [faults.length]);
  const linkTo = (place: string) => `/apply/drafts/${draft.draftId}/${stepOf(place)}#${fieldId(place)}`;
  return (
    <>
      {faults.length > 0 && (
        <section className="panel panel-bad" aria-labelledby="faults">
          <h2 id="faults" ref={heading} tabIndex={-1}>
            {t.faultsTitle}
          </h2>
          <ul>
            {faults.map(({ place, text }) => (
              <li key={place + text}>
                <Link to={linkTo(place)}>
                  {nameOf(placeOf(place))}: {isEmptyAt(placeOf(place), keeper.document) ? t.fillIn : text}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {faults.length === 0 && (
        <p className="rule rule-met">
          <strong>{t.clean}</strong>
        </p>
      )}
      {findings.length > 0 && (
        <section className="panel panel-warning" aria-labelledby="findings">
          <h2 id="findings">{t.findingsTitle}</h2>
          <p>{t.findingsText}</p>
          <ul className="findings">
            {findings.map(({ place, rule, subject = '', requirement, reason, sentence }) => (
              <li key={rule + subject}>
                <strong>{requirement}</strong>
                <br />
                {reason} <Cited source={sentence.source} />
                <br />
                <Link to={linkTo(place)} aria-label={`${t.mend}: ${requirement}`}>
                  {t.mend}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Sending({ draft, keeper, t }: { draft: DraftView; keeper: DraftKeeper; t: Words }) {
  const api = useApi('apply');
  const navigate = useNavigate();
  const path = { draftId: draft.draftId };
  const sending = useMutation({
    mutationFn: async () => {
      await keeper.flush();
      return api('POST /drafts/{draftId}/submission', { path, body: {}, revision: keeper.revision });
    },
    onSuccess: ({ caseId }) => navigate(`/apply/applications/${caseId}`),
  });
  const telling = useMutation({
    mutationFn: () =>
      api('POST /drafts/{draftId}/ready', { path, body: { ready: true }, revision: keeper.revision }),
  });
  return (
    <section className="entry" aria-label={t.send}>
      {draft.ready?.revision === keeper.revision && <p>{t.isReady(draft.ready.by)}</p>}
      {draft.mayAct ? (
        <>
          <p>{t.sendText}</p>
          <Failure error={sending.error} />
          <Button onClick={() => sending.mutate()} disabled={sending.isPending}>
            {sending.isPending ? t.sending : t.send}
          </Button>
        </>
      ) : (
        <>
          <p>{t.readyText}</p>
          <Failure error={telling.error} />
          <Button onClick={() => telling.mutate()} disabled={telling.isPending || telling.isSuccess}>
            {t.ready}
          </Button>
        </>
      )}
    </section>
  );
}

function Colleagues({ draft, t }: { draft: DraftView; t: Words }) {
  const api = useApi('apply');
  const [editors, setEditors] = useState(draft.editors);
  const inviting = useMutation({
    mutationFn: () =>
      api('POST /drafts/{draftId}/invitations', { path: { draftId: draft.draftId }, body: {} }),
  });
  const removing = useMutation({
    mutationFn: (username: string) =>
      api('DELETE /drafts/{draftId}/editors/{username}', { path: { draftId: draft.draftId, username } }),
    onSuccess: (_, username) => setEditors(editors.filter((known) => known !== username)),
  });
  const { data } = inviting;
  return (
    <section aria-labelledby="colleagues">
      <h2 id="colleagues">{t.colleagues}</h2>
      <p>{t.colleaguesText}</p>
      {editors.length > 0 && (
        <ul>
          {editors.map((username) => (
            <li key={username}>
              {username}{' '}
              <button
                type="button"
                className="link"
                onClick={() => removing.mutate(username)}
                aria-label={`${t.remove}: ${username}`}
              >
                {t.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Failure error={inviting.error ?? removing.error} />
      {data ? (
        <TextInput
          labelText={t.link}
          readOnly
          fullWidth
          value={`${location.origin}/apply/invitations#${data.secret}`}
          mb="m"
        />
      ) : (
        <Button variant="secondary" onClick={() => inviting.mutate()} disabled={inviting.isPending}>
          {t.invite}
        </Button>
      )}
    </section>
  );
}

function ThrowAway({ draft, keeper, t }: { draft: DraftView; keeper: DraftKeeper; t: Words }) {
  const api = useApi('apply');
  const navigate = useNavigate();
  const [sure, setSure] = useState(false);
  const throwing = useMutation({
    mutationFn: async () => {
      await keeper.flush();
      return api('DELETE /drafts/{draftId}', {
        path: { draftId: draft.draftId },
        revision: keeper.revision,
      });
    },
    onSuccess: () => navigate('/apply'),
  });
  return (
    <details className="details">
      <summary>{t.throwAway}</summary>
      <Checkbox checked={sure} onClick={({ checkboxState }) => setSure(checkboxState)} mb="s">
        {t.throwAwaySure}
      </Checkbox>
      {throwing.error && <InlineAlert status="error">{throwing.error.message}</InlineAlert>}
      <Button variant="secondary" disabled={!sure || throwing.isPending} onClick={() => throwing.mutate()}>
        {t.throwAway}
      </Button>
    </details>
  );
}
