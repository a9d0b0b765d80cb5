import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../../contract/client.ts';
import { useLanguage } from '../language/language.tsx';
import { Refusal } from './client.ts';
import { inTheLanguageBefore } from './language-before.ts';
import { useApi } from './use-api.tsx';

export type Reallocation = AnswerOf<'GET /calls/{callId}/reallocation'>;

/** The reallocation that is proposed, or was approved last; null where there is none. */
export function useReallocation(callId: string) {
  const api = useApi('handle');
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['handle', language, 'GET /calls/{callId}/reallocation', callId],
    queryFn: () =>
      api('GET /calls/{callId}/reallocation', { path: { callId } }).catch((error: unknown) => {
        if (error instanceof Refusal && error.status === 404) return null;
        throw error;
      }),
    staleTime: 0,
    placeholderData: inTheLanguageBefore(['GET /calls/{callId}/reallocation', callId]),
  });
}
