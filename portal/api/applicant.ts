import { useQuery } from '@tanstack/react-query';
import type { Attachment } from '../../domain/application/application.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Decision } from '../../domain/decision/decision.ts';
import type { Draft } from '../../domain/draft/draft.ts';
import type { Consequence, Outcome } from '../../domain/eligibility/rule.ts';
import type { Fault } from '../../domain/fault.ts';
import type { Requirement } from '../../texts/requirements.ts';
import { useLanguage } from '../language/language.tsx';
import { useApi } from './use-api.tsx';

/** A draft as its writers see it. */
export interface DraftView extends Draft {
  readonly attachments: readonly DraftFile[];
  /** Whether this person may send it, invite others and throw it away. */
  readonly mayAct: boolean;
  readonly editors: readonly string[];
}

export interface DraftFile extends Attachment {
  readonly uploaded: boolean;
}

/** An application in the list of those of a person's organisations. */
export interface ListedApplication {
  readonly draftId?: string;
  readonly caseId?: string;
  readonly callId: string;
  readonly callName: string;
  readonly businessId: string;
  readonly title: string;
  readonly stage: ApplicantStage;
  readonly number?: string;
  readonly arrivedAt?: string;
  readonly closesAt: string;
  readonly savedAt?: string;
  readonly tasks: readonly { readonly kind: ApplicantTask; readonly deadline?: string }[];
}

export type ApplicantTask = 'send' | 'sign' | 'complete' | 'read-decision';

export type ApplicantStage = 'draft' | 'opened' | 'completing' | 'in-preparation' | 'withdrawn' | 'decided';

/** What would come of a draft if it were sent now. */
export interface DraftCheck {
  readonly revision: number;
  readonly sendable: boolean;
  readonly faults: readonly (Fault & { readonly text: string })[];
  readonly findings: readonly {
    readonly place: string;
    readonly rule: string;
    readonly subject?: string;
    readonly outcome: Outcome;
    readonly consequence: Consequence;
    readonly requirement: string;
    readonly reason: string;
    readonly sentence: { readonly text: string; readonly source: string };
  }[];
}

/** A case as its applicant sees it. */
export interface ApplicantCase
  extends Pick<CaseState, 'callId' | 'number' | 'arrivedAt' | 'completion' | 'decidedAt'> {
  readonly stage: ApplicantStage;
  readonly versions: readonly {
    readonly version: number;
    readonly fate: 'awaited' | 'accepted' | 'rejected';
  }[];
  readonly sha256?: string;
  readonly decision?: Decision;
  readonly withdrawnAt?: string;
  readonly requirements?: readonly Requirement[];
  readonly rejections: readonly { readonly version: number; readonly faults: readonly Fault[] }[];
}

export function useApplications() {
  const api = useApi('apply');
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['applications', language],
    queryFn: async () =>
      (await api.get<{ applications: readonly ListedApplication[] }>('/applications')).applications,
    staleTime: 0,
  });
}

/** A case; asked for again every second while its intake goes on. */
export function useApplication(caseId: string) {
  const api = useApi('apply');
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['applications', language, caseId],
    queryFn: () => api.get<ApplicantCase>(`/applications/${caseId}`),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data?.versions.at(-1)?.fate === 'awaited' ? 1000 : false),
  });
}

/** A draft, read once when it is opened: from then on its keeper knows how it stands. */
export function useDraft(draftId: string) {
  const api = useApi('apply');
  return useQuery({
    queryKey: ['drafts', draftId],
    queryFn: () => api.get<DraftView>(`/drafts/${draftId}`),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnMount: 'always',
  });
}
