import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../../contract/client.ts';
import { serverNow } from './server-time.ts';
import { useApi } from './use-api.tsx';

/** A call as anybody sees it. */
export type PublicCall = AnswerOf<'GET /calls/{callId}'>;

/** How far a call has come, as the public is told. */
export type CallStage = 'coming' | 'open' | 'handled' | 'decided';

export function stageOf({ stage, opensAt, closesAt }: PublicCall): CallStage {
  if (stage === 'finished') return 'decided';
  const now = serverNow();
  if (now < opensAt) return 'coming';
  return now <= closesAt ? 'open' : 'handled';
}

export function useCalls() {
  const api = useApi();
  return useQuery({ queryKey: ['calls'], queryFn: async () => (await api('GET /calls', {})).calls });
}

export function useCall(callId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['calls', callId],
    queryFn: () => api('GET /calls/{callId}', { path: { callId } }),
  });
}

export function useResults(callId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['results', callId],
    queryFn: () => api('GET /calls/{callId}/results', { path: { callId } }),
  });
}

/** What the authority knows of a letter by its digest. */
export function useVerification(digest = '') {
  const api = useApi();
  return useQuery({
    queryKey: ['letters', digest],
    queryFn: () => api('GET /letters/{digest}', { path: { digest } }),
    enabled: digest !== '',
  });
}
