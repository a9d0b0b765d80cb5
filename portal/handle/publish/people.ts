import type { Officials } from '../../../domain/call/call.ts';
import type { Fault } from '../../../domain/fault.ts';

/** What an official can be in a call, as the list of its officials calls it. */
export const roles = ['presenters', 'evaluators', 'reserveEvaluators', 'decisionMakers'] as const;

export type Role = (typeof roles)[number];

/** A person as typed in the form. */
export interface PersonFields {
  readonly row: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

/** Those who handle a call, as the form shows them. */
export function peopleOf({ names, emails = {}, ...lists }: Officials): readonly PersonFields[] {
  return Object.entries(names)
    .map(([username, name]) => ({
      row: username,
      username,
      name,
      email: emails[username] ?? '',
      roles: roles.filter((role) => lists[role].includes(username)),
    }))
    .filter((person) => person.roles.length > 0);
}

export function emptyPerson(): PersonFields {
  return { row: crypto.randomUUID(), username: '', name: '', email: '', roles: [] };
}

/**
 * Those who handle a call, or what is wrong in the form: with a person by place, `/people/0/username`, and the roles that nobody
 * has, `/presenters`. The codes are the form's own; the API checks it all again.
 */
export function readPeople(
  people: readonly PersonFields[],
): { readonly officials: Officials } | { readonly faults: readonly Fault[] } {
  const faults = [
    ...people.flatMap((person, at) => faultsOfPerson(person, at, people)),
    ...roles
      .filter((role) => role !== 'reserveEvaluators' && !people.some((person) => person.roles.includes(role)))
      .map((role) => ({ place: `/${role}`, code: 'nobody' })),
  ];
  if (faults.length > 0) return { faults };
  const withRole = (role: Role) =>
    people.filter((person) => person.roles.includes(role)).map(({ username }) => username.trim());
  const emails = people.filter(({ email }) => email.trim() !== '');
  return {
    officials: {
      names: Object.fromEntries(people.map(({ username, name }) => [username.trim(), name.trim()])),
      emails: Object.fromEntries(emails.map(({ username, email }) => [username.trim(), email.trim()])),
      presenters: withRole('presenters'),
      evaluators: withRole('evaluators'),
      reserveEvaluators: withRole('reserveEvaluators'),
      decisionMakers: withRole('decisionMakers'),
    },
  };
}

function faultsOfPerson(
  { username, name, email, roles: given }: PersonFields,
  at: number,
  people: readonly PersonFields[],
): readonly Fault[] {
  const place = `/people/${at}`;
  const isRepeated = people.findIndex((one) => one.username.trim() === username.trim()) !== at;
  const alsoPrepares = given.includes('decisionMakers') && given.length > 1;
  return [
    ...when(!/^[a-z0-9][a-z0-9._-]{0,63}$/.test(username.trim()), `${place}/username`, 'usernameWrong'),
    ...when(username.trim() !== '' && isRepeated, `${place}/username`, 'usernameRepeated'),
    ...when(!name.trim(), `${place}/name`, 'nameMissing'),
    ...when(email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(email.trim()), `${place}/email`, 'emailWrong'),
    ...when(given.length === 0, `${place}/roles`, 'roleMissing'),
    ...when(alsoPrepares, `${place}/roles`, 'deciderPrepares'),
  ];
}

function when(isFault: boolean, place: string, code: string): readonly Fault[] {
  return isFault ? [{ place, code }] : [];
}
