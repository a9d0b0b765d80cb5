import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../../contract/client.ts';
import type { Api } from './client.ts';
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

/** The questions that the public pages ask. */
export const callsOf = (api: Api) =>
  queryOptions({ queryKey: ['calls'], queryFn: async () => (await api('GET /calls', {})).calls });

export const callOf = (api: Api, callId: string) =>
  queryOptions({
    queryKey: ['calls', callId],
    queryFn: () => api('GET /calls/{callId}', { path: { callId } }),
  });

export const resultsOf = (api: Api, callId: string) =>
  queryOptions({
    queryKey: ['results', callId],
    queryFn: () => api('GET /calls/{callId}/results', { path: { callId } }),
  });

export function useCalls() {
  return useQuery(callsOf(useApi()));
}

export function useCall(callId: string) {
  return useQuery(callOf(useApi(), callId));
}

export function useResults(callId: string) {
  return useQuery(resultsOf(useApi(), callId));
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
