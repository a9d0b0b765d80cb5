import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { RequestOf } from '../../../contract/client.ts';
import { publishTexts } from '../../../texts/portal/publish.ts';
import { Refusal } from '../../api/client.ts';
import { useRounds } from '../../api/official.ts';
import { type PublicCall, stageOf, useCall } from '../../api/public.ts';
import { useApi } from '../../api/use-api.tsx';
import { Loaded } from '../../frame/loaded.tsx';
import { Page } from '../../frame/page.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { Choice } from '../choice.tsx';
import { type FaultsByPlace, faultsByPlace } from '../faults-by-place.ts';
import { ReasonedForm } from '../reasoned-form.tsx';
import { CorrectedField } from './corrected-field.tsx';
import { type Correctable, correctablesOf, isCorrectableStage } from './places.ts';

/** Where a publisher corrects a published call, one thing at a time and with its reason. */
export default function CorrectionPage() {
  const { callId = '' } = useParams();
  const t = useTexts(publishTexts);
  const { language } = useLanguage();
  const call = useCall(callId);
  const mayPublish = useRounds().data?.mayPublish;
  return (
    <Page
      title={t.correctionTitle}
      kicker={call.data?.name[language]}
      lead={t.lead}
      path={[{ to: '/handle/publishing', text: t.title }]}
    >
      {mayPublish === false ? (
        <p>{t.notAllowed}</p>
      ) : (
        <Loaded query={call}>
          {(shown) =>
            isCorrectableStage(shown.stage) ? <CorrectionForm call={shown} /> : <p>{t.tooLate}</p>
          }
        </Loaded>
      )}
    </Page>
  );
}

function CorrectionForm({ call }: { call: PublicCall }) {
  const t = useTexts(publishTexts);
  const { language } = useLanguage();
  const api = useApi('handle');
  const queries = useQueryClient();
  const [chosen, setChosen] = useState('/name');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [isIdle, setIdle] = useState(false);
  const things = correctablesOf(call, stageOf(call) === 'open', language);
  const thing = things.find(({ id }) => id === chosen) ?? things[0];
  const correcting = useMutation({
    mutationFn: (body: RequestOf<'POST /calls/{callId}/corrections'>) =>
      api('POST /calls/{callId}/corrections', { path: { callId: call.id }, body }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      setTyped({});
    },
  });
  const choose = (id: string) => {
    setChosen(id);
    setTyped({});
    setIdle(false);
    correcting.reset();
  };
  const send = (reason: string) => {
    const corrections = changedIn(thing, typed);
    setIdle(corrections.length === 0);
    if (corrections.length > 0)
      correcting.mutate({ commandId: crypto.randomUUID(), corrections: [...corrections], reason });
  };
  const faults = faultsIn(correcting.error, language);
  return (
    <>
      {correcting.data && (
        <p role="status" className="rule">
          <strong>{t.corrected(correcting.variables.corrections.length)}</strong>
        </p>
      )}
      <ReasonedForm
        // Once it is sent, the reason of the next is another.
        key={correcting.data?.sequence}
        className="narrow"
        label={t.reason}
        button={t.sendCorrection}
        busy={correcting.isPending}
        error={correcting.error}
        send={send}
      >
        <div className="fields">
          <Choice label={t.what} value={thing?.id ?? ''} change={choose}>
            {things.map(({ id, name }) => [id, name])}
          </Choice>
        </div>
        {thing?.fields.map(({ place, label, now }) => (
          <CorrectedField
            key={place}
            place={place}
            label={label}
            value={typed[place] ?? now}
            change={(text) => setTyped({ ...typed, [place]: text })}
            fault={faults[place]}
          />
        ))}
        <p role="status" className="fault">
          {isIdle && t.nothingChanged}
        </p>
      </ReasonedForm>
    </>
  );
}

function changedIn(thing: Correctable | undefined, typed: Readonly<Record<string, string>>) {
  return (thing?.fields ?? []).flatMap(({ place, now }) => {
    const to = (typed[place] ?? now).trim();
    return to === now ? [] : [{ place, to }];
  });
}

function faultsIn(error: unknown, language: 'sv' | 'fi' | 'en'): FaultsByPlace {
  return error instanceof Refusal ? faultsByPlace(error.problem.faults ?? [], language) : {};
}
