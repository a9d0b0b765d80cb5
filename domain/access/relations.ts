import type { Officials } from '../call/call.ts';
import { takesPart } from '../case/evaluation-decisions.ts';
import type { CaseState } from '../case/state.ts';
import type { Draft } from '../draft/draft.ts';
import { mayScore } from '../round/name-officials.ts';
import { isFor, type TaskSubject } from '../task/task.ts';

/** What a person is to the matter that a request is about. One can be several of them. */
export type Relation =
  /** Acts for the organisation that applies. */
  | 'acting'
  /** Was invited by such a person to write on one draft. */
  | 'invited'
  | 'presenter'
  | 'evaluator'
  | 'reserve'
  | 'decision-maker'
  /** Is an evaluator of this very case. */
  | 'assigned'
  /** Has declared a ground of disqualification in this case (Administrative Procedure Act § 27, § 28). */
  | 'disqualified'
  /**
   * Has a part in the call and has not said yet whether a ground of disqualification bars them: from the case, or where the
   * matter is the whole call, from any case of it.
   */
  | 'undeclared'
  /** Is the one, or one of those, whom the task is for. */
  | 'assignee'
  /** May publish and correct calls. */
  | 'publisher'
  /** Confirms that data are removed when their retention has ended. */
  | 'archivist'
  /** Reads everything of the authority's and changes nothing. */
  | 'auditor';

export type Relations = ReadonlySet<Relation>;

/** A signed-in person: the name and the groups that the sign-in vouches for. */
export interface SignedIn {
  readonly username: string;
  readonly groups: readonly string[];
}

/** What an applicant's person is to something of an organisation: a case, or a draft with those invited to it. */
export function relationsOfApplicant(
  { username, groups }: SignedIn,
  { businessId, editors = [] }: Partial<Pick<Draft, 'businessId'>> & { readonly editors?: readonly string[] },
): Relations {
  return relations([
    ['acting', businessId !== undefined && groups.includes(businessId)],
    ['invited', editors.includes(username)],
  ]);
}

/** What an official is to a call, and within it to a case and a task. */
export function relationsOfOfficial(
  { username, groups }: SignedIn,
  about: {
    readonly officials?: Officials;
    readonly state?: CaseState;
    readonly task?: TaskSubject;
    /** Whether the person declared a tie to the case before anything was asked of them. */
    readonly isBarred?: boolean;
    /** Whether the person has yet to declare ties, to the case or to cases of the call. */
    readonly isUndeclared?: boolean;
  },
): Relations {
  const { officials, state, task, isBarred = false, isUndeclared } = about;
  const own = state?.evaluators.find((evaluator) => evaluator.username === username);
  return relations([
    ['presenter', officials?.presenters.includes(username)],
    ['evaluator', officials?.evaluators.includes(username)],
    ['reserve', officials?.reserveEvaluators.includes(username)],
    ['decision-maker', officials?.decisionMakers.includes(username)],
    ['assigned', own && takesPart(own) && officials && mayScore(username, officials)],
    ['disqualified', own?.standing === 'disqualified' || isBarred],
    ['undeclared', isUndeclared],
    ['assignee', officials !== undefined && task !== undefined && isFor(task, username, officials)],
    ['publisher', groups.includes('publishers')],
    ['archivist', groups.includes('archivists')],
    ['auditor', groups.includes('auditors')],
  ]);
}

function relations(known: readonly (readonly [Relation, boolean | undefined])[]): Relations {
  return new Set(known.flatMap(([relation, holds]) => (holds ? [relation] : [])));
}
