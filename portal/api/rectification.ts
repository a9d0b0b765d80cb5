import { useQuery } from '@tanstack/react-query';
import type { AnswerOf, RequestOf } from '../../contract/client.ts';
import { useLanguage } from '../language/language.tsx';
import { Refusal } from './client.ts';
import { useCommand } from './command.ts';
import { inTheLanguageBefore } from './language-before.ts';
import { useApi } from './use-api.tsx';

/** A request for rectification as officials see it. */
export type Rectification = AnswerOf<'GET /cases/{caseId}/rectification'>;

/** The same as who asked sees it: not who may not decide on it. */
export type OwnRectification = AnswerOf<'GET /applications/{caseId}/rectification'>;

/** The request for rectification of a case's decision; null where nobody asked. */
export function useRectification(caseId: string, isDecided: boolean) {
  const api = useApi('handle');
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['handle', language, 'rectifications', caseId],
    queryFn: () => orNull(api('GET /cases/{caseId}/rectification', { path: { caseId } })),
    enabled: isDecided,
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => untilWritten(data),
    placeholderData: inTheLanguageBefore(['rectifications', caseId]),
  });
}

/** One's own request, or null. */
export function useOwnRectification(caseId: string, isDecided: boolean) {
  const api = useApi('apply');
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['applications', language, caseId, 'rectification'],
    queryFn: () => orNull(api('GET /applications/{caseId}/rectification', { path: { caseId } })),
    enabled: isDecided,
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => untilWritten(data),
    placeholderData: inTheLanguageBefore([caseId, 'rectification']),
  });
}

type Decision = Omit<RequestOf<'POST /cases/{caseId}/rectification/decision'>, 'commandId'>;

/** Decides on a request. */
export function useRectificationDecision(caseId: string) {
  return useCommand('handle', (api, decision: Decision, commandId) =>
    api('POST /cases/{caseId}/rectification/decision', {
      path: { caseId },
      body: { commandId, ...decision },
    }),
  );
}

/** Asks for rectification. */
export function useRectificationRequest(caseId: string) {
  return useCommand('apply', (api, request: { demand: string; grounds: string }, commandId) =>
    api('POST /applications/{caseId}/rectification', { path: { caseId }, body: { commandId, ...request } }),
  );
}

/** A letter takes a moment to be written after the decision. */
function untilWritten(known: { decided?: unknown; letter?: unknown } | null | undefined): number | false {
  return known?.decided && !known.letter ? 2000 : false;
}

async function orNull<Document>(asked: Promise<Document>): Promise<Document | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return null;
    throw error;
  }
}
