import type { Event } from '../log/event.ts';
import type {
  CompletionExtended,
  CompletionRequested,
  ExtensionRefused,
  ExtensionRequested,
} from './events.ts';
import type { CaseState, Completion } from './state.ts';

export function completion(state: CaseState, outcome: Completion['outcome']): Pick<CaseState, 'completion'> {
  return state.completion ? { completion: { ...state.completion, outcome } } : {};
}

export function asked({ data, at, sequence }: Event<CompletionRequested>): Completion {
  return { ...data, request: sequence, requestedAt: at, extensions: [], outcome: 'awaited' };
}

export function withRequest(
  { completion }: CaseState,
  { data, sequence }: Event<ExtensionRequested>,
): Pick<CaseState, 'completion'> {
  if (!completion) return {};
  const extensions = [...completion.extensions, { ...data, request: sequence, outcome: 'awaited' } as const];
  return { completion: { ...completion, extensions } };
}

export function withAnswer(
  { completion }: CaseState,
  { data }: Event<CompletionExtended | ExtensionRefused>,
  outcome: 'granted' | 'refused',
  change: Partial<Completion> = {},
): Pick<CaseState, 'completion'> {
  if (!completion) return {};
  const extensions = completion.extensions.map((extension) =>
    extension.outcome === 'awaited' ? { ...extension, outcome, answer: data.reason } : extension,
  );
  return { completion: { ...completion, ...change, extensions } };
}
