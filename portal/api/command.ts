import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Side } from '../sign-in/session.ts';
import type { Api } from './client.ts';
import { useApi } from './use-api.tsx';

/**
 * A change that a form asks for; afterwards everything that its reader sees is asked for again. Its command keeps its id as long
 * as it says the same, so that pressing again after an answer that was lost repeats it; what says something else is another.
 */
export function useCommand<Said extends object>(
  side: Side,
  ask: (api: Api, said: Said, commandId: string) => Promise<unknown>,
) {
  const api = useApi(side);
  const queries = useQueryClient();
  const last = useRef({ said: '', id: '' });
  return useMutation({
    mutationFn: (said: Said) => {
      const text = JSON.stringify(said);
      if (last.current.said !== text) last.current = { said: text, id: crypto.randomUUID() };
      return ask(api, said, last.current.id);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [side === 'apply' ? 'applications' : 'handle'] }),
  });
}
