import { useQuery } from '@tanstack/react-query';
import type { Call, Opening } from '../../domain/call/call.ts';
import type { Verification } from '../../domain/decision/verification.ts';
import type { Results } from '../../domain/round/results.ts';
import type { RoundStage } from '../../domain/round/state.ts';
import { serverNow } from './server-time.ts';
import { useApi } from './use-api.tsx';

/** A call as anybody sees it. */
export type PublicCall = Call & Opening & { readonly seedCommitment: string; readonly stage: RoundStage };

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
  return useQuery({
    queryKey: ['calls'],
    queryFn: async () => (await api.get<{ calls: readonly PublicCall[] }>('/calls')).calls,
  });
}

export function useCall(callId: string) {
  const api = useApi();
  return useQuery({ queryKey: ['calls', callId], queryFn: () => api.get<PublicCall>(`/calls/${callId}`) });
}

export function useResults(callId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['results', callId],
    queryFn: () => api.get<Results>(`/calls/${callId}/results`),
  });
}

/** What the authority knows of a letter by its digest. */
export function useVerification(digest: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ['letters', digest],
    queryFn: () => api.get<Verification>(`/letters/${digest}`),
    enabled: digest !== undefined,
  });
}
