import type { Officials } from '../call/call.ts';
import { hasRole } from '../case/visibility.ts';
import type { Commanding, Refusal } from '../log/decider.ts';

/** A case in which a ground of disqualification bars an official (Administrative Procedure Act 434/2003 § 28). */
export interface Tie {
  readonly caseId: string;
  readonly ground: string;
}

/**
 * An official went through cases of the call by their applicants and participants, before opening any of them, and said in
 * which a ground of disqualification bars them. The cases that are not among the ties are those in which nothing does.
 */
export interface TiesDeclared {
  readonly type: 'ties-declared';
  readonly data: { readonly considered: readonly string[]; readonly ties: readonly Tie[] };
}

/** What officials have declared, by user name: the cases they considered, and those of them they are barred from. */
export type DeclaredTies = Readonly<
  Record<string, { readonly considered: readonly string[]; readonly barred: readonly string[] }>
>;

export type TiesRefusal = 'no-role' | 'tie-not-considered' | 'ground-missing';

/** Decides on a declaration: anybody with a role in the call may make it, as often as cases are added. */
export function declareTies(
  officials: Officials | undefined,
  { considered, ties }: TiesDeclared['data'],
  { actor }: Commanding,
): TiesDeclared | Refusal<TiesRefusal> {
  if (!officials || actor.kind !== 'official' || !hasRole(actor.username, officials)) {
    return { refused: 'no-role' };
  }
  const stray = ties.find(({ caseId }) => !considered.includes(caseId));
  if (stray) return { refused: 'tie-not-considered', details: { caseId: stray.caseId } };
  if (ties.some(({ ground }) => !ground.trim())) return { refused: 'ground-missing' };
  return { type: 'ties-declared', data: { considered, ties } };
}

/** Adds a declaration to those before it. A tie that was once declared stays, whatever is said later. */
export function withTies(
  declared: DeclaredTies,
  username: string,
  { considered, ties }: TiesDeclared['data'],
): DeclaredTies {
  const before = declared[username] ?? { considered: [], barred: [] };
  return {
    ...declared,
    [username]: {
      considered: [...new Set([...before.considered, ...considered])],
      barred: [...new Set([...before.barred, ...ties.map(({ caseId }) => caseId)])],
    },
  };
}

/**
 * Those of some cases that an official may not open yet, having not said whether anything bars them from them
 * (Administrative Procedure Act §§ 27–29). A case that came after a declaration waits for another. Who has no part in the call,
 * an auditor for instance, need not declare anything.
 */
export function undeclaredAmong(
  caseIds: readonly string[],
  username: string,
  officials: Officials,
  declared: DeclaredTies,
): readonly string[] {
  if (!hasRole(username, officials)) return [];
  const { considered = [] } = declared[username] ?? {};
  return caseIds.filter((caseId) => !considered.includes(caseId));
}

/** Whether an official declared to be barred from a case, or without a case from any of the call. */
export function isBarred(declared: DeclaredTies, username: string, caseId?: string): boolean {
  const { barred = [] } = declared[username] ?? {};
  return caseId === undefined ? barred.length > 0 : barred.includes(caseId);
}

/** The officials of a call as they are for one of its cases: without those who are barred from it. */
export function officialsFor(caseId: string, officials: Officials, declared: DeclaredTies): Officials {
  const free = (usernames: readonly string[]) =>
    usernames.filter((username) => !isBarred(declared, username, caseId));
  return {
    ...officials,
    presenters: free(officials.presenters),
    evaluators: free(officials.evaluators),
    reserveEvaluators: free(officials.reserveEvaluators),
    decisionMakers: free(officials.decisionMakers),
  };
}
