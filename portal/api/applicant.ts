import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../../contract/client.ts';
import { useLanguage } from '../language/language.tsx';
import { inTheLanguageBefore } from './language-before.ts';
import { useApi } from './use-api.tsx';
import { wholeList } from './whole-list.ts';

/** A draft as its writers see it. */
export type DraftView = AnswerOf<'GET /drafts/{draftId}'>;

export type DraftFile = DraftView['attachments'][number];

/** What would come of a draft if it were sent now. */
export type DraftCheck = AnswerOf<'POST /drafts/{draftId}/check'>;

/** An application in the list of those of a person's organisations. */
export type ListedApplication = AnswerOf<'GET /applications'>['applications'][number];

export type ApplicantTask = ListedApplication['tasks'][number]['kind'];

export type ApplicantStage = ListedApplication['stage'];

/** A case as its applicant sees it. */
export type ApplicantCase = AnswerOf<'GET /applications/{caseId}'>;

export function useApplications() {
  const api = useApi('apply');
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['applications', language],
    queryFn: async () => (await wholeList(api, 'GET /applications', {})).applications,
    staleTime: 0,
  });
}

/** A case; asked for again every second while its intake goes on. */
export function useApplication(caseId: string) {
  const api = useApi('apply');
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['applications', language, caseId],
    queryFn: () => api('GET /applications/{caseId}', { path: { caseId } }),
    staleTime: 0,
    placeholderData: inTheLanguageBefore([caseId]),
    refetchInterval: ({ state: { data } }) => (data?.versions.at(-1)?.fate === 'awaited' ? 1000 : false),
  });
}

/** A draft, read once when it is opened: from then on its keeper knows how it stands. */
export function useDraft(draftId: string) {
  const api = useApi('apply');
  return useQuery({
    queryKey: ['drafts', draftId],
    queryFn: () => api('GET /drafts/{draftId}', { path: { draftId } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnMount: 'always',
  });
}
