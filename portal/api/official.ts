import { useQuery } from '@tanstack/react-query';
import type { AnswerOf, Asking, ListKey } from '../../contract/client.ts';
import type { RouteKey } from '../../contract/routes.ts';
import { useLanguage } from '../language/language.tsx';
import { inTheLanguageBefore } from './language-before.ts';
import { useApi } from './use-api.tsx';
import { wholeList } from './whole-list.ts';

/** A task of one's own in the queue, with what it is about. */
export type QueuedTask = AnswerOf<'GET /tasks'>['tasks'][number];

export type RoundPage = AnswerOf<'GET /calls/{callId}/round'>;

export type TriedWhatIf = RoundPage['whatIfs'][number];

export type Drafts = AnswerOf<'GET /calls/{callId}/drafts'>;

export type CasePage = AnswerOf<'GET /cases/{caseId}'>;

export type LedgerMail = AnswerOf<'GET /calls/{callId}/mails'>['mails'][number];

/** What an official asks for; looked at again every so many milliseconds where it changes by itself. */
export function useOfficial<Key extends RouteKey>(
  key: Key,
  asking: Asking<Key>,
  refetchInterval: number | false = false,
) {
  const api = useApi('handle');
  return useAsked(key, asking, () => api(key, asking), refetchInterval);
}

function useAsked<Document>(
  key: RouteKey,
  asking: object,
  ask: () => Promise<Document>,
  refetchInterval: number | false,
) {
  const { language } = useLanguage();
  return useQuery({
    // Much of what the API tells is in the reader's language.
    queryKey: ['handle', language, key, asking],
    queryFn: ask,
    staleTime: 0,
    refetchInterval,
    placeholderData: inTheLanguageBefore([key, asking]),
  });
}

/** A list that an official asks for, with all its parts. */
export function useOfficialList<Key extends ListKey>(
  key: Key,
  asking: Asking<Key>,
  refetchInterval: number | false = false,
) {
  const api = useApi('handle');
  return useAsked(key, asking, () => wholeList(api, key, asking), refetchInterval);
}

/** Everything that waits for the person, the earliest deadline first; looked at again now and then. */
export function useTasks() {
  return useOfficialList('GET /tasks', {}, 15_000);
}

export function useRounds() {
  return useOfficial('GET /rounds', {});
}

export function useRound(callId: string) {
  return useOfficial('GET /calls/{callId}/round', { path: { callId } }, 15_000);
}

export function useDrafts(callId: string) {
  return useOfficial('GET /calls/{callId}/drafts', { path: { callId } });
}

export function useCases(callId: string) {
  return useOfficialList('GET /calls/{callId}/cases', { path: { callId } });
}

export function useMails(callId: string) {
  return useOfficialList('GET /calls/{callId}/mails', { path: { callId } });
}

export function useCase(caseId: string) {
  return useOfficial('GET /cases/{caseId}', { path: { caseId } });
}

export function useCaseLog(caseId: string) {
  return useOfficial('GET /cases/{caseId}/log', { path: { caseId } });
}

export function useTask(taskId: string) {
  return useOfficial('GET /tasks/{taskId}', { path: { taskId } });
}
