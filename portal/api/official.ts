import { useQuery } from '@tanstack/react-query';
import type { Application } from '../../domain/application/application.ts';
import type { CostAssessment } from '../../domain/application/costs.ts';
import type { AllocationRule } from '../../domain/call/allocation-rule.ts';
import type { Officials } from '../../domain/call/call.ts';
import type { CaseState, Stage } from '../../domain/case/state.ts';
import type { Decision } from '../../domain/decision/decision.ts';
import type { KeptEvent } from '../../domain/log/event.ts';
import type { Mail } from '../../domain/mail/ledger.ts';
import type { AllocationChange, Remark } from '../../domain/round/events.ts';
import type { RoundStage } from '../../domain/round/state.ts';
import type { Task, TaskKind } from '../../domain/task/task.ts';
import type { Requirement } from '../../texts/requirements.ts';
import { useLanguage } from '../language/language.tsx';
import { useApi } from './use-api.tsx';

/** A task of one's own in the queue, with what it is about. */
export interface QueuedTask extends Task {
  readonly callName: string;
  readonly applicantName?: string;
  readonly title?: string;
}

export interface HandledCall {
  readonly callId: string;
  readonly name: string;
  readonly stage: RoundStage;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly relations: readonly string[];
}

export interface PlanLine {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly applicantName?: string;
  readonly title?: string;
  readonly rank: number;
  readonly points: string;
  readonly grantableCents: number;
  readonly awardedCents: number;
  readonly outcome: 'in-full' | 'in-part' | 'none';
  readonly reason: string;
}

export interface TriedWhatIf {
  readonly name: string;
  readonly at: string;
  readonly comparison: string;
  readonly isOfThisPlan: boolean;
  readonly awardedCents: number | null;
  readonly moves: readonly {
    readonly caseNumber: string;
    readonly beforeCents: number;
    readonly afterCents: number;
    readonly rankBefore: number;
    readonly rankAfter: number | null;
  }[];
}

export interface RoundPage {
  readonly callId: string;
  readonly name: string;
  readonly stage: RoundStage;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly officials: Officials;
  readonly progress: {
    readonly registered: number;
    readonly opened: number;
    readonly stages: Readonly<Partial<Record<Stage, number>>>;
  };
  readonly tasks: Readonly<Partial<Record<TaskKind, number>>>;
  readonly ownTasks: readonly Task[];
  readonly money: {
    readonly appropriationCents: number;
    readonly requestedCents: number;
    readonly awardedCents: number;
  };
  readonly rule: AllocationRule;
  readonly plan?: {
    readonly plan: string;
    readonly proposal: number;
    readonly awardedCents: number;
    readonly change: AllocationChange;
    readonly lines: readonly PlanLine[];
    /** Where no plan keeps the limits: which of them cannot be kept. */
    readonly unkept: readonly string[];
    readonly hidden: number;
  };
  readonly whatIfs: readonly TriedWhatIf[];
  readonly drafts?: { readonly batch: string; readonly revision: number; readonly count: number };
  readonly remarks: readonly Remark[];
}

export interface DraftedDecision extends Pick<Decision, 'caseNumber' | 'title' | 'outcome' | 'awardedCents'> {
  readonly caseId: string;
  readonly applicant: string;
  readonly requestedCents: number;
  readonly digest: string;
}

export interface Drafts {
  readonly batch?: string;
  readonly remarks: readonly Remark[];
  readonly drafts: readonly DraftedDecision[];
}

export interface CasePage extends CaseState {
  readonly caseId: string;
  readonly callName: string;
  readonly application?: { readonly value: Application } | { readonly faults: unknown };
  readonly arrivals: readonly { readonly version: number; readonly arrivedAt: string }[];
  readonly requirements: readonly Requirement[];
  readonly criteria: readonly {
    readonly id: string;
    readonly name: string;
    readonly weight: number;
    readonly best: number;
  }[];
  readonly officialNames: Readonly<Record<string, string>>;
  readonly participants?: readonly {
    readonly municipality: string;
    readonly name?: string;
    readonly email?: string;
    readonly shareCents?: number;
    readonly applies: boolean;
  }[];
  readonly costs?: CostAssessment;
}

export interface ListedCase {
  readonly caseId: string;
  readonly stage: Stage;
  readonly number?: string;
  readonly applicantName?: string;
  readonly title?: string;
  readonly requestedCents?: number;
}

export interface LedgerMail extends Mail {
  readonly caseId?: string;
  readonly caseNumber?: string;
  readonly applicantName?: string;
}

function useOfficial<Document>(
  key: readonly unknown[],
  path: string,
  refetchInterval: number | false = false,
) {
  const api = useApi('handle');
  const { language } = useLanguage();
  return useQuery({
    // Much of what the API tells is in the reader's language.
    queryKey: ['handle', language, ...key],
    queryFn: () => api.get<Document>(path),
    staleTime: 0,
    refetchInterval,
  });
}

/** Everything that waits for the person, the earliest deadline first; looked at again now and then. */
export function useTasks() {
  return useOfficial<{ tasks: readonly QueuedTask[]; total: number }>(['tasks'], '/tasks?limit=200', 15_000);
}

export function useRounds() {
  return useOfficial<{ rounds: readonly HandledCall[] }>(['rounds'], '/rounds');
}

export function useRound(callId: string) {
  return useOfficial<RoundPage>(['rounds', callId], `/calls/${callId}/round`, 15_000);
}

export function useDrafts(callId: string) {
  return useOfficial<Drafts>(['drafts', callId], `/calls/${callId}/drafts`);
}

export function useCases(callId: string) {
  return useOfficial<{ cases: readonly ListedCase[] }>(['cases-of', callId], `/calls/${callId}/cases`);
}

export function useMails(callId: string) {
  return useOfficial<{ mails: readonly LedgerMail[] }>(['mails', callId], `/calls/${callId}/mails`);
}

export function useCase(caseId: string) {
  return useOfficial<CasePage>(['cases', caseId], `/cases/${caseId}`);
}

export function useCaseLog(caseId: string) {
  return useOfficial<{ events: readonly KeptEvent[] }>(['logs', caseId], `/cases/${caseId}/log`);
}

export function useTask(taskId: string) {
  return useOfficial<Task>(['tasks', taskId], `/tasks/${taskId}`);
}
