import { type Audience, type RouteKey, routes } from '../../contract/routes.ts';
import type { Relation } from '../../domain/access/relations.ts';
import { type ProtectedRoute, protectedRoutes, verdictOn } from '../../domain/access/table.ts';

const ofApplicants = ['acting', 'invited'] as const;
const roles = ['presenter', 'evaluator', 'reserve', 'decision-maker'] as const;
const ofOfficials: readonly Relation[] = [
  ...roles,
  'assigned',
  'disqualified',
  'undeclared',
  'assignee',
  'publisher',
  'archivist',
  'auditor',
];
const all: readonly Relation[] = [...ofApplicants, ...ofOfficials];

/** Every set of up to three relations. */
const sets = Array.from({ length: 2 ** all.length }, (_empty, bits) =>
  all.filter((_relation, at) => bits & (1 << at)),
).filter(({ length }) => length <= 3);

const verdict = (route: ProtectedRoute, ...relations: readonly Relation[]) =>
  verdictOn(route, new Set(relations));
const audienceOf = (route: ProtectedRoute): Audience => routes[route as RouteKey];
const isReading = (route: string) => route.startsWith('GET ');

test('every route that is not public is in the table, and no other', () => {
  const wanted = Object.entries(routes).flatMap(([route, audience]) =>
    audience === 'public' ? [] : [route],
  );
  expect([...protectedRoutes].sort()).toEqual(wanted.sort());
});

test('whoever is nothing to a matter is told nothing of it', () => {
  const open = protectedRoutes.filter((route) => verdict(route) !== 'hidden');
  expect(open.sort()).toEqual([
    // One's own list, or a secret or an organisation that the request itself names.
    'GET /applications',
    'GET /feedback',
    'GET /removals',
    'GET /rounds',
    'GET /tasks',
    'POST /calls',
    'POST /calls/{callId}/applications',
    'POST /calls/{callId}/corrections',
    'POST /calls/{callId}/drafts',
    'POST /calls/{callId}/officials',
    'POST /feedback/{feedbackId}/answer',
    'POST /invitations',
  ]);
  const refused = open.filter((route) => verdict(route) === 'refused');
  expect(refused.sort()).toEqual([
    'GET /feedback',
    'GET /removals',
    'POST /calls',
    'POST /calls/{callId}/corrections',
    'POST /calls/{callId}/officials',
    'POST /feedback/{feedbackId}/answer',
  ]);
});

test('an auditor reads everything of the authority’s and changes nothing', () => {
  for (const route of protectedRoutes.filter((one) => audienceOf(one) === 'official')) {
    expect([route, verdict(route, 'auditor') === 'let-in']).toEqual([route, isReading(route)]);
  }
});

test('being an auditor too never lets anybody change more', () => {
  for (const route of protectedRoutes.filter((one) => !isReading(one))) {
    for (const set of sets.filter((one) => !one.includes('auditor'))) {
      if (verdict(route, ...set) !== 'let-in') {
        expect([route, set, verdict(route, ...set, 'auditor')]).not.toContain('let-in');
      }
    }
  }
});

test('whoever is disqualified in a case finds it nowhere, whatever else they are', () => {
  const ofCases = protectedRoutes.filter((route) => route.includes('/cases/{caseId}'));
  expect(ofCases.length).toBeGreaterThan(8);
  for (const route of ofCases) {
    for (const set of sets.filter((one) => one.includes('disqualified'))) {
      expect([route, set, verdict(route, ...set)]).toEqual([route, set, 'hidden']);
    }
  }
});

test('whoever has not declared their ties opens nothing of a case, whatever else they are', () => {
  const ofCases = protectedRoutes.filter((route) => route.includes('/cases/{caseId}'));
  const onPlans = [
    'GET /calls/{callId}/drafts',
    'GET /calls/{callId}/log',
    'POST /calls/{callId}/what-ifs',
  ] as const;
  for (const route of [...ofCases, ...onPlans, 'POST /tasks/{taskId}/answer'] as const) {
    for (const set of sets.filter((one) => one.includes('undeclared'))) {
      expect([route, set, verdict(route, ...set)]).not.toContain('let-in');
    }
  }
});

test('whoever has not declared their ties finds the lists that tell what to declare about, and declares', () => {
  for (const route of [
    'GET /rounds',
    'GET /tasks',
    'GET /tasks/{taskId}',
    'GET /calls/{callId}/cases',
    'GET /calls/{callId}/round',
    'GET /calls/{callId}/tasks',
    'GET /calls/{callId}/ties',
    'POST /calls/{callId}/ties',
  ] as const) {
    expect([route, verdict(route, 'evaluator', 'assignee', 'undeclared')]).toEqual([route, 'let-in']);
  }
});

test('declaring ties first is asked only of those who may: others are refused as they were', () => {
  for (const route of protectedRoutes) {
    for (const set of sets.filter((one) => !one.includes('undeclared'))) {
      const before = verdict(route, ...set);
      const undeclared = verdict(route, ...set, 'undeclared');
      if (before === 'let-in') expect(['let-in', 'undeclared']).toContain(undeclared);
      else expect([route, set, undeclared]).toEqual([route, set, before]);
    }
  }
});

test('nothing that an applicant’s people are opens what is of the officials, nor the other way round', () => {
  for (const route of protectedRoutes.filter((one) => verdict(one) === 'hidden')) {
    const strangers = audienceOf(route) === 'applicant' ? ofOfficials : ofApplicants;
    expect([route, verdict(route, ...strangers)]).toEqual([route, 'hidden']);
  }
});

test('being more never takes anything away, but for being disqualified or not having declared', () => {
  const taking: readonly Relation[] = ['disqualified', 'undeclared'];
  for (const route of protectedRoutes) {
    for (const set of sets.filter((one) => !one.some((relation) => taking.includes(relation)))) {
      if (verdict(route, ...set) !== 'let-in') continue;
      for (const relation of all.filter((one) => !taking.includes(one) && !set.includes(one))) {
        if (verdict(route, ...set, relation) !== 'let-in') throw new Error(`${route} ${set} ${relation}`);
      }
    }
  }
});

test.each([
  ['POST /calls', ['publisher']],
  ['POST /calls/{callId}/corrections', ['publisher']],
  ['POST /calls/{callId}/officials', ['publisher']],
  ['POST /calls/{callId}/what-ifs', ['presenter']],
  ['POST /tasks/{taskId}/answer', ['assignee']],
  ['POST /cases/{caseId}/scores', ['assigned']],
  ['POST /cases/{caseId}/rectification/decision', ['decision-maker']],
  ['POST /cases/{caseId}/mails/{key}/resend', ['presenter']],
  ['GET /tasks/{taskId}', ['assignee', 'auditor']],
  ['POST /cases/{caseId}/removal', ['archivist']],
  ['POST /cases/{caseId}/corrections', ['presenter']],
  ['POST /calls/{callId}/ties', [...roles]],
  ['POST /applications/{caseId}/withdrawal', ['acting']],
  ['GET /cases/{caseId}', [...roles, 'auditor']],
  ['GET /calls/{callId}/round', [...roles, 'auditor']],
  ['PUT /drafts/{draftId}', ['acting', 'invited']],
  ['POST /drafts/{draftId}/submission', ['acting']],
  ['POST /drafts/{draftId}/invitations', ['acting']],
  ['DELETE /drafts/{draftId}', ['acting']],
  ['GET /applications/{caseId}', ['acting']],
] as const)('%s is for %j alone', (route, whom) => {
  expect(all.filter((relation) => verdict(route, relation) === 'let-in').sort()).toEqual([...whom].sort());
});

test('whoever was invited to write knows of the draft and is told that sending it is not theirs', () => {
  expect(verdict('POST /drafts/{draftId}/submission', 'invited')).toBe('refused');
  expect(verdict('GET /applications/{caseId}', 'invited')).toBe('hidden');
});
