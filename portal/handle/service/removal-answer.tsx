import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { TextInput } from 'suomifi-ui-components';
import type { AnswerOf } from '../../../contract/client.ts';
import { serviceTexts } from '../../../texts/portal/service.ts';
import { useApi } from '../../api/use-api.tsx';
import { dateOf, isDate } from '../../apply/draft/draft-form.ts';
import { useTexts } from '../../language/language.tsx';
import { ReasonedForm } from '../reasoned-form.tsx';

interface RemovalAnswerProps {
  readonly removal: AnswerOf<'GET /removals'>['removals'][number];
  /** Told what came of it, for the case leaves the list. */
  readonly done: (said: string) => void;
}

/** An archivist's word on one case: its data are removed, or kept until a date, with the reason. */
export function RemovalAnswer({ removal: { caseId, number = '' }, done }: RemovalAnswerProps) {
  const t = useTexts(serviceTexts);
  const api = useApi('handle');
  const queries = useQueryClient();
  const [until, setUntil] = useState('');
  const [isWrong, setWrong] = useState(false);
  const answering = useMutation({
    mutationFn: (answer: { readonly reason: string; readonly keepUntil?: string }) =>
      api('POST /cases/{caseId}/removal', {
        path: { caseId },
        body: { commandId: crypto.randomUUID(), ...answer },
      }),
    onSuccess: (_, { keepUntil }) => {
      done(keepUntil ? t.isKept(number) : t.isRemoved(number));
      return queries.invalidateQueries({ queryKey: ['handle'] });
    },
  });
  const keep = (reason: string) => {
    setWrong(!isDate(until));
    if (isDate(until)) answering.mutate({ reason, keepUntil: dateOf(until) });
  };
  return (
    <>
      <details>
        <summary aria-label={`${t.remove}: ${number}`}>{t.remove}</summary>
        <p>{t.removeText}</p>
        <ReasonedForm
          button={t.remove}
          busy={answering.isPending}
          error={answering.error}
          send={(reason) => answering.mutate({ reason })}
        />
      </details>
      <details>
        <summary aria-label={`${t.keep}: ${number}`}>{t.keep}</summary>
        <ReasonedForm
          button={t.keep}
          variant="secondary"
          busy={answering.isPending}
          error={answering.error}
          send={keep}
        >
          <TextInput
            labelText={t.keepUntil}
            value={until}
            onChange={(typed) => setUntil(String(typed ?? ''))}
            status={isWrong ? 'error' : 'default'}
            statusText={isWrong ? t.dateWrong : ''}
            fullWidth
            mb="m"
          />
        </ReasonedForm>
      </details>
    </>
  );
}
