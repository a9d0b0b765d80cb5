import { useOfficial } from './official.ts';

/** The log of a call. */
export function useCallLog(callId: string) {
  return useOfficial('GET /calls/{callId}/log', { path: { callId } });
}
