import type { Officials } from '../call/call.ts';
import type { Commanding, Refusal } from '../log/decider.ts';

/** What an official can be in a call, with the list that says who is. */
export const listOfRole = {
  presenter: 'presenters',
  evaluator: 'evaluators',
  reserve: 'reserveEvaluators',
  'decision-maker': 'decisionMakers',
} as const satisfies Readonly<Record<string, keyof Officials>>;

export type OfficialRole = keyof typeof listOfRole;

export const officialRoles = Object.keys(listOfRole) as readonly OfficialRole[];

/** Somebody is given a role in a call, with the name they sign by and where they are told of tasks. */
export interface NamedOfficial {
  readonly username: string;
  readonly role: OfficialRole;
  readonly name: string;
  readonly email?: string | undefined;
}

/** Somebody has a role in a call no longer. */
export interface ReleasedOfficial {
  readonly username: string;
  readonly role: OfficialRole;
}

/**
 * Who handles a published call was changed: some were named, some leave. What anybody did before stands, and whoever prepared
 * or scored may not decide, whatever they are named as afterwards: that is asked of the logs and not of this list.
 */
export interface OfficialsNamed {
  readonly type: 'officials-named';
  readonly data: {
    readonly named: readonly NamedOfficial[];
    readonly released: readonly ReleasedOfficial[];
    readonly reason: string;
  };
}

/** Why a change of officials was refused. */
export type NamingRefusal =
  | 'wrong-stage'
  | 'reason-missing'
  | 'nobody-named'
  | 'already-named'
  | 'not-named'
  | 'decider-prepares'
  | 'role-left-empty';

/** Decides on a change of officials, at any time after the publication: rectifications come long after the decisions. */
export function nameOfficials(
  officials: Officials | undefined,
  { named, released, reason }: OfficialsNamed['data'],
  _by: Commanding,
): OfficialsNamed | Refusal<NamingRefusal> {
  if (!officials) return { refused: 'wrong-stage', details: { stage: 'unpublished' } };
  if (!reason.trim()) return { refused: 'reason-missing' };
  if (named.length + released.length === 0) return { refused: 'nobody-named' };
  const stranger = released.find((one) => !holds(officials, one));
  if (stranger) return { refused: 'not-named', details: { username: stranger.username } };
  const known = named.find((one) => holds(officials, one) && !released.some((other) => isSame(one, other)));
  if (known) return { refused: 'already-named', details: { username: known.username } };
  const data = { named, released, reason };
  return refusalOfRoles(officialsAfter(officials, data)) ?? { type: 'officials-named', data };
}

/**
 * Those who handle a call after a change. Names stay known, since the log and the letters tell who did what; addresses of those
 * who have no role left do not.
 */
export function officialsAfter(officials: Officials, { named, released }: OfficialsNamed['data']): Officials {
  const list = (role: OfficialRole) => {
    const stay = officials[listOfRole[role]].filter(
      (username) => !released.some((one) => isSame(one, { username, role })),
    );
    return [
      ...new Set([...stay, ...named.filter((one) => one.role === role).map(({ username }) => username)]),
    ];
  };
  const roles = {
    presenters: list('presenter'),
    evaluators: list('evaluator'),
    reserveEvaluators: list('reserve'),
    decisionMakers: list('decision-maker'),
  };
  const names = Object.fromEntries(named.map(({ username, name }) => [username, name]));
  const emails = Object.fromEntries(
    [
      ...Object.entries(officials.emails ?? {}),
      ...named.flatMap(({ username, email }) => (email ? [[username, email] as const] : [])),
    ].filter(([username]) => Object.values(roles).flat().includes(username)),
  );
  return { names: { ...officials.names, ...names }, emails, ...roles };
}

/** Whether somebody scores in a call, or may be asked to. */
export function mayScore(username: string, { evaluators, reserveEvaluators }: Officials): boolean {
  return evaluators.includes(username) || reserveEvaluators.includes(username);
}

function refusalOfRoles({
  presenters,
  evaluators,
  reserveEvaluators,
  decisionMakers,
}: Officials): Refusal<NamingRefusal> | undefined {
  const both = decisionMakers.find((username) =>
    [...presenters, ...evaluators, ...reserveEvaluators].includes(username),
  );
  if (both) return { refused: 'decider-prepares', details: { username: both } };
  const lists = { presenter: presenters, evaluator: evaluators, 'decision-maker': decisionMakers };
  const [empty] = Object.entries(lists).flatMap(([role, list]) => (list.length === 0 ? [role] : []));
  return empty ? { refused: 'role-left-empty', details: { role: empty } } : undefined;
}

function holds(officials: Officials, { username, role }: ReleasedOfficial): boolean {
  return officials[listOfRole[role]].includes(username);
}

function isSame(one: ReleasedOfficial, other: ReleasedOfficial): boolean {
  return one.username === other.username && one.role === other.role;
}
