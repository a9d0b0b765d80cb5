import type { Officials } from '../domain/call/call.ts';
import type { Person } from './directory.ts';

/** The people who handle the rehearsed call. Invented; the authority's real staff are not named here. */
export const crew: readonly Person[] = [
  {
    username: 'aino.lindqvist',
    name: 'Aino Lindqvist',
    email: 'aino.lindqvist@vm.example',
    groups: ['publishers'],
  },
  { username: 'mikael.salo', name: 'Mikael Salo', email: 'mikael.salo@vm.example', groups: [] },
  { username: 'johanna.nyberg', name: 'Johanna Nyberg', email: 'johanna.nyberg@vm.example', groups: [] },
  { username: 'petri.koskela', name: 'Petri Koskela', email: 'petri.koskela@vm.example', groups: [] },
  { username: 'eero.hakala', name: 'Eero Hakala', email: 'eero.hakala@vm.example', groups: [] },
];

/** Those who have no part in any call: one reads everything, one confirms that old data are removed. */
export const bystanders: readonly Person[] = [
  { username: 'sirpa.niemi', name: 'Sirpa Niemi', email: 'sirpa.niemi@vm.example', groups: ['auditors'] },
  { username: 'henrik.sund', name: 'Henrik Sund', email: 'henrik.sund@vm.example', groups: ['archivists'] },
];

/** One presenter, two evaluators with one in reserve for who is disqualified, one decision maker. */
export const officials: Officials = {
  names: Object.fromEntries(crew.map(({ username, name }) => [username, name])),
  emails: Object.fromEntries(crew.map(({ username, email }) => [username, email])),
  presenters: ['aino.lindqvist'],
  evaluators: ['mikael.salo', 'johanna.nyberg'],
  reserveEvaluators: ['petri.koskela'],
  decisionMakers: ['eero.hakala'],
};
