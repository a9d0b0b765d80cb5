import { isCorrectable, textAt } from '../../domain/call/correction.ts';
import { emptyPerson, type PersonFields, peopleOf, readPeople } from '../../portal/handle/publish/people.ts';
import { closingPlace, correctablesOf } from '../../portal/handle/publish/places.ts';
import { call2022, officials } from '../call-2022.ts';

/** The forms that publish a call and correct it. */

test('what is offered to be corrected may be, stands there now, and is all there is', () => {
  const places = correctablesOf(call2022, true, 'sv').flatMap(({ fields }) => fields);
  for (const { place, now } of places) {
    expect([place, isCorrectable(place), textAt(call2022, place)]).toEqual([place, true, now]);
  }
  const { themes, exclusions, requiredParts } = call2022;
  const named = 2 + themes.length + exclusions.length + requiredParts.length;
  expect(places).toHaveLength(3 * named + 4);
});

test('the closing is offered only while the call is open', () => {
  const places = correctablesOf(call2022, false, 'sv').flatMap(({ fields }) => fields);
  expect(places.map(({ place }) => place)).not.toContain(closingPlace);
});

describe('those who handle a call', () => {
  const person = (username: string, ...roles: PersonFields['roles']): PersonFields => ({
    ...emptyPerson(),
    username,
    name: username,
    roles,
  });
  const faultsOf = (...people: readonly PersonFields[]) => {
    const read = readPeople(people);
    return 'faults' in read ? read.faults.map(({ place, code }) => `${place} ${code}`) : [];
  };

  test('taken from another call are the same', () => {
    expect(readPeople(peopleOf(officials))).toEqual({ officials: { emails: {}, ...officials } });
  });

  test('must be somebody in every role but the reserve', () => {
    expect(faultsOf(person('aino', 'presenters'))).toEqual(['/evaluators nobody', '/decisionMakers nobody']);
  });

  test('have a user name, a name and a role each, and nobody both prepares and decides', () => {
    const whole = [person('a', 'presenters', 'evaluators'), person('b', 'decisionMakers')];
    expect(faultsOf(...whole)).toEqual([]);
    expect(faultsOf(...whole, { ...emptyPerson(), username: 'Aino L', email: 'aino' })).toEqual([
      '/people/2/username usernameWrong',
      '/people/2/name nameMissing',
      '/people/2/email emailWrong',
      '/people/2/roles roleMissing',
    ]);
    expect(faultsOf(...whole, person('a', 'evaluators'))).toEqual(['/people/2/username usernameRepeated']);
    expect(faultsOf(...whole, person('c', 'presenters', 'decisionMakers'))).toEqual([
      '/people/2/roles deciderPrepares',
    ]);
  });
});
