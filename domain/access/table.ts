import type { Relation, Relations } from './relations.ts';

/**
 * Who may do what: for each route of the API the relations that open it. Whoever may not is told that there is nothing
 * (404), unless they see the matter anyway; then they are told that they may not (403).
 */
interface Entry {
  readonly opens: readonly Relation[] | 'everybody';
  /** Relations in which a person knows of the matter and is refused openly. */
  readonly refuses: readonly Relation[] | 'everybody';
  /** Relations that shut the route whatever else a person is. */
  readonly bars: readonly Relation[];
  /** Whether it tells what cases are about, so that whoever has a part in the call declares their ties first. */
  readonly tells: boolean;
}

/** What comes of a request: let in, told to declare ties first, refused openly, or answered as if there were nothing. */
export type Verdict = 'let-in' | 'undeclared' | 'refused' | 'hidden';

/** The verdict on a request by what the person is to its matter. */
export function verdictOn(route: ProtectedRoute, relations: Relations): Verdict {
  const { opens, refuses, bars, tells }: Entry = access[route];
  const has = (wanted: readonly Relation[] | 'everybody') =>
    wanted === 'everybody' || wanted.some((relation) => relations.has(relation));
  if (has(bars)) return 'hidden';
  if (has(opens)) return tells && has(['undeclared']) ? 'undeclared' : 'let-in';
  return has(refuses) ? 'refused' : 'hidden';
}

const roles = ['presenter', 'evaluator', 'reserve', 'decision-maker'] as const;
const readers = [...roles, 'auditor'] as const;

/** Open to some; for all others there is nothing. */
function only(...opens: readonly Relation[]): Entry {
  return { opens, refuses: [], bars: [], tells: false };
}

/** Everybody knows of it, and some may. */
function openly(...opens: readonly Relation[]): Entry {
  return { ...only(...opens), refuses: 'everybody' };
}

const anybody: Entry = { ...only(), opens: 'everybody' };

/**
 * Open to some who have a part in the call or read it; the others of them are refused, and for outsiders there is nothing. It
 * tells of cases of the call: their applications, points, sums or decisions.
 */
function onCases(...opens: readonly Relation[]): Entry {
  return { ...only(...opens), refuses: readers, tells: true };
}

/** The same of one case, which does not exist for whoever is disqualified in it. */
function onCase(...opens: readonly Relation[]): Entry {
  return { ...onCases(...opens), bars: ['disqualified'] };
}

/** Who acts for the organisation may; who was invited to write is refused. */
const acting: Entry = { ...only('acting'), refuses: ['invited'] };
const writing = only('acting', 'invited');

/**
 * The table. A route that is not in it is public. Before ties are declared the lists are open, by which one knows what to declare
 * about; they then tell no more of a case than whose it is.
 */
const access = {
  'GET /applications': anybody,
  'POST /invitations': anybody,
  // The request itself names the organisation; its operation asks for `acting`.
  'POST /calls/{callId}/applications': anybody,
  'POST /calls/{callId}/drafts': anybody,
  'GET /applications/{caseId}': only('acting'),
  'POST /applications/{caseId}/versions': only('acting'),
  'POST /applications/{caseId}/extension': only('acting'),
  'POST /applications/{caseId}/withdrawal': only('acting'),
  'POST /applications/{caseId}/statement': only('acting'),
  'POST /applications/{caseId}/drafts': only('acting'),
  'GET /applications/{caseId}/versions/{version}': only('acting'),
  'GET /applications/{caseId}/versions/{version}/files/{sha256}': only('acting'),
  'GET /applications/{caseId}/letter': only('acting'),
  'GET /applications/{caseId}/translation': only('acting'),
  'POST /applications/{caseId}/rectification': only('acting'),
  'GET /applications/{caseId}/rectification': only('acting'),
  'GET /applications/{caseId}/rectification/letter': only('acting'),
  'POST /applications/{caseId}/refusal': only('acting'),
  'GET /drafts/{draftId}': writing,
  'PUT /drafts/{draftId}': writing,
  'POST /drafts/{draftId}/check': writing,
  'POST /drafts/{draftId}/attachments': writing,
  'GET /drafts/{draftId}/attachments/{sha256}': writing,
  'DELETE /drafts/{draftId}/attachments/{sha256}': writing,
  'POST /drafts/{draftId}/ready': writing,
  'DELETE /drafts/{draftId}': acting,
  'POST /drafts/{draftId}/invitations': acting,
  'DELETE /drafts/{draftId}/editors/{username}': acting,
  'POST /drafts/{draftId}/submission': acting,

  'POST /calls': openly('publisher'),
  'POST /calls/{callId}/corrections': openly('publisher'),
  'POST /calls/{callId}/officials': openly('publisher'),
  'GET /rounds': anybody,
  'GET /tasks': anybody,
  'GET /feedback': openly('publisher', 'auditor'),
  'POST /feedback/{feedbackId}/answer': openly('publisher'),
  'GET /calls/{callId}/ties': only(...readers),
  'POST /calls/{callId}/ties': only(...roles),
  'GET /calls/{callId}/round': only(...readers),
  'GET /calls/{callId}/mails': only(...readers),
  'GET /calls/{callId}/cases.csv': onCases(...readers),
  'GET /calls/{callId}/cases.xlsx': onCases(...readers),
  'GET /cases/{caseId}/versions/{version}': onCase(...readers),
  'GET /cases/{caseId}/versions/{version}/files/{sha256}': onCase(...readers),
  'GET /calls/{callId}/tasks': only(...readers),
  'GET /calls/{callId}/cases': only(...readers),
  'GET /calls/{callId}/log': onCases(...readers),
  'GET /calls/{callId}/drafts': onCases(...readers),
  'GET /calls/{callId}/drafts/{digest}/letter': onCases(...readers),
  'POST /calls/{callId}/what-ifs': onCases('presenter'),
  'POST /calls/{callId}/reallocations': onCases('presenter'),
  'GET /calls/{callId}/reallocation': onCases(...readers),
  'POST /calls/{callId}/reallocations/{plan}/decision': onCases('decision-maker'),
  'GET /tasks/{taskId}': only('assignee', 'auditor'),
  'POST /tasks/{taskId}/answer': onCases('assignee'),
  'GET /cases/{caseId}': onCase(...readers),
  'GET /cases/{caseId}/log': onCase(...readers),
  'GET /cases/{caseId}/letter': onCase(...readers),
  'GET /cases/{caseId}/rectification': onCase(...readers),
  'GET /cases/{caseId}/rectification/letter': onCase(...readers),
  'GET /cases/{caseId}/mails': onCase(...readers),
  'POST /cases/{caseId}/corrections': onCase('presenter'),
  'POST /cases/{caseId}/last-instalment': onCase('presenter'),
  'GET /removals': openly('archivist', 'auditor'),
  'POST /cases/{caseId}/removal': onCase('archivist'),
  'POST /cases/{caseId}/scores': onCase('assigned'),
  'POST /cases/{caseId}/rectification/decision': onCase('decision-maker'),
  'POST /cases/{caseId}/mails/{key}/resend': onCase('presenter'),
} as const satisfies Readonly<Record<string, Entry>>;

/** A route that is not for everybody. */
export type ProtectedRoute = keyof typeof access;

/** All of them. */
export const protectedRoutes = Object.keys(access) as readonly ProtectedRoute[];
