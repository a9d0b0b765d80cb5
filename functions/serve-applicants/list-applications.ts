import type { SignedIn } from '../../domain/access/relations.ts';
import { type CaseState, type ShownStage, shownStageOf } from '../../domain/case/state.ts';
import type { Draft } from '../../domain/draft/draft.ts';
import { type Instant, toInstant } from '../../domain/time.ts';
import { casesOfApplicants } from '../../store/applicants.ts';
import { readCase } from '../../store/cases.ts';
import { findDraft, listDraftIds } from '../../store/drafts.ts';
import { requirePublished } from '../../store/rounds.ts';
import type { Language } from '../../texts/language.ts';
import type { Answer } from '../answer.ts';
import { type AskedPart, partOf } from '../paging.ts';
import { actsFor, type Means } from './means.ts';

/** An application as its applicant's list shows it: being written, sent, or both. */
interface Listed {
  readonly draftId?: string;
  readonly caseId?: string;
  readonly callId: string;
  readonly callName: string;
  readonly businessId: string;
  readonly title: string;
  readonly stage: 'draft' | ShownStage;
  readonly number?: string;
  readonly arrivedAt?: Instant;
  readonly closesAt: Instant;
  readonly savedAt?: Instant;
  /** What waits for the applicant, the nearest deadline first. */
  readonly tasks: readonly ApplicantTask[];
}

interface ApplicantTask {
  readonly kind: 'send' | 'sign' | 'complete' | 'answer-hearing' | 'read-decision';
  readonly deadline?: Instant;
}

/** Everything of the organisations a person acts for, and the drafts they were invited to; what was touched last comes first. */
export async function listApplications(
  { table }: Means,
  person: SignedIn,
  language: Language,
  asked: AskedPart,
): Promise<Answer> {
  const [draftIds, caseIds] = await Promise.all([
    listDraftIds(table, person.username, person.groups),
    casesOfApplicants(table, person.groups),
  ]);
  const drafts = await Promise.all(draftIds.map((id) => findDraft(table, id)));
  const writable = newestOfEachCase(
    drafts.flatMap((kept) =>
      kept && (actsFor(person, kept.draft) || kept.editors.includes(person.username)) ? [kept.draft] : [],
    ),
  );
  const cases = await Promise.all(
    [...new Set([...caseIds, ...writable.map(({ caseId }) => caseId)])].map(async (caseId) => ({
      caseId,
      state: (await readCase(table, caseId)).state,
    })),
  );
  const opened = cases.filter(({ state }) => state.stage !== 'unopened' && state.stage !== 'removed');
  // Whoever was only invited to write sees nothing of the organisation's case.
  const written = writable.map((draft) => ({
    draft,
    ...(actsFor(person, draft) ? opened.find(({ caseId }) => caseId === draft.caseId) : {}),
  }));
  const others = opened.filter(({ caseId }) => !writable.some((draft) => draft.caseId === caseId));
  const applications = await Promise.all(
    [...written, ...others].map(async (application): Promise<Listed> => {
      const callId = callIdOf(application);
      const { call, closesAt } = (await requirePublished(table, callId)).published;
      return listed(application, { callId, callName: call.name[language], closesAt });
    }),
  );
  return { status: 200, document: partOf('applications', applications, placeOf, asked, 'descending') };
}

/** Where two began to complete the same application, what was written on last. */
function newestOfEachCase(drafts: readonly Draft[]): readonly Draft[] {
  const inOrder = drafts.toSorted((one, other) => (one.savedAt < other.savedAt ? -1 : 1));
  return [...new Map(inOrder.map((draft) => [draft.caseId, draft])).values()];
}

interface Application {
  readonly draft?: Draft;
  readonly caseId?: string;
  readonly state?: CaseState;
}

function callIdOf({ draft, state }: Application): string {
  return draft?.callId ?? state?.callId ?? '';
}

function listed(
  { draft, caseId, state }: Application,
  about: { readonly callId: string; readonly callName: string; readonly closesAt: Instant },
): Listed {
  return {
    ...(draft ? { draftId: draft.draftId, savedAt: draft.savedAt } : {}),
    ...(caseId ? { caseId } : {}),
    ...about,
    businessId: draft?.businessId ?? state?.businessId ?? '',
    title: draft?.document.project?.title || (state?.current?.summary.title ?? ''),
    stage: state ? shownStageOf(state) : 'draft',
    ...(state?.number ? { number: state.number } : {}),
    ...(state?.arrivedAt ? { arrivedAt: state.arrivedAt } : {}),
    tasks: tasksOf({ draft, state }, about.closesAt),
  };
}

function tasksOf(
  { draft, state }: { readonly draft: Draft | undefined; readonly state: CaseState | undefined },
  closesAt: Instant,
): readonly ApplicantTask[] {
  const { hearUntil, answer } = state?.correction ?? {};
  const hearing = hearUntil && !answer && toInstant(Date.now()) <= hearUntil;
  if (hearing) return [{ kind: 'answer-hearing', deadline: hearUntil }];
  if (state?.letter && !state.openedAt) return [{ kind: 'read-decision' }];
  if (state?.completion?.outcome === 'awaited') {
    return [
      { kind: 'complete', deadline: state.completion.deadline },
      ...signing(draft, state.completion.deadline),
    ];
  }
  const isChanged = draft && draft.sent?.revision !== draft.revision;
  if (!isChanged || (state && state.stage !== 'opened' && state.stage !== 'registered')) return [];
  if (toInstant(Date.now()) > closesAt) return [];
  return [{ kind: 'send', deadline: closesAt }, ...signing(draft, closesAt)];
}

function signing(draft: Draft | undefined, deadline: Instant): readonly ApplicantTask[] {
  return draft?.ready?.revision === draft?.revision && draft?.ready ? [{ kind: 'sign', deadline }] : [];
}

/** By when it was touched last. */
function placeOf({ savedAt = '', arrivedAt = '', draftId, caseId }: Listed): string {
  return `${savedAt > arrivedAt ? savedAt : arrivedAt}#${caseId ?? draftId}`;
}
