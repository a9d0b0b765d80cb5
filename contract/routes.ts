import type { Fault } from '../domain/fault.ts';

/** Who a route is for: anybody, a signed-in applicant, or a signed-in official. */
export type Audience = 'public' | 'applicant' | 'official';

/**
 * Every route of the API by its key, as API Gateway writes it, with its audience. The CDK app makes its routes from
 * this, and each API function answers exactly those of its audience.
 */
export const routes = {
  'GET /calls': 'public',
  'GET /calls/{callId}': 'public',
  'GET /calls/{callId}/results': 'public',
  'GET /calls/{callId}/results.csv': 'public',
  'GET /calls/{callId}/results.html': 'public',
  'GET /calls/{callId}/announcement': 'public',
  'GET /schemas/{schema}': 'public',
  'GET /letters/{digest}': 'public',
  'GET /municipalities': 'public',
  'POST /feedback': 'public',
  'GET /openapi.json': 'public',
  'POST /calls/{callId}/applications': 'applicant',
  'POST /applications/{caseId}/versions': 'applicant',
  'POST /applications/{caseId}/extension': 'applicant',
  'POST /applications/{caseId}/withdrawal': 'applicant',
  'POST /applications/{caseId}/statement': 'applicant',
  'GET /applications/{caseId}': 'applicant',
  'GET /applications/{caseId}/versions/{version}': 'applicant',
  'GET /applications/{caseId}/versions/{version}/files/{sha256}': 'applicant',
  'GET /applications/{caseId}/letter': 'applicant',
  'GET /applications/{caseId}/translation': 'applicant',
  'POST /applications/{caseId}/rectification': 'applicant',
  'GET /applications/{caseId}/rectification': 'applicant',
  'GET /applications/{caseId}/rectification/letter': 'applicant',
  'POST /applications/{caseId}/refusal': 'applicant',
  'GET /applications': 'applicant',
  'POST /applications/{caseId}/drafts': 'applicant',
  'POST /calls/{callId}/drafts': 'applicant',
  'GET /drafts/{draftId}': 'applicant',
  'PUT /drafts/{draftId}': 'applicant',
  'DELETE /drafts/{draftId}': 'applicant',
  'POST /drafts/{draftId}/check': 'applicant',
  'POST /drafts/{draftId}/attachments': 'applicant',
  'GET /drafts/{draftId}/attachments/{sha256}': 'applicant',
  'DELETE /drafts/{draftId}/attachments/{sha256}': 'applicant',
  'POST /drafts/{draftId}/invitations': 'applicant',
  'POST /invitations': 'applicant',
  'DELETE /drafts/{draftId}/editors/{username}': 'applicant',
  'POST /drafts/{draftId}/ready': 'applicant',
  'POST /drafts/{draftId}/submission': 'applicant',
  'POST /calls': 'official',
  'POST /calls/{callId}/corrections': 'official',
  'POST /calls/{callId}/officials': 'official',
  'GET /rounds': 'official',
  'GET /tasks': 'official',
  'GET /feedback': 'official',
  'POST /feedback/{feedbackId}/answer': 'official',
  'GET /calls/{callId}/ties': 'official',
  'POST /calls/{callId}/ties': 'official',
  'GET /calls/{callId}/round': 'official',
  'GET /calls/{callId}/mails': 'official',
  'GET /calls/{callId}/cases.csv': 'official',
  'GET /calls/{callId}/cases.xlsx': 'official',
  'GET /cases/{caseId}/versions/{version}': 'official',
  'GET /cases/{caseId}/versions/{version}/files/{sha256}': 'official',
  'GET /calls/{callId}/tasks': 'official',
  'GET /calls/{callId}/cases': 'official',
  'GET /calls/{callId}/log': 'official',
  'GET /calls/{callId}/drafts': 'official',
  'GET /calls/{callId}/drafts/{digest}/letter': 'official',
  'POST /calls/{callId}/what-ifs': 'official',
  'POST /calls/{callId}/reallocations': 'official',
  'GET /calls/{callId}/reallocation': 'official',
  'POST /calls/{callId}/reallocations/{plan}/decision': 'official',
  'GET /tasks/{taskId}': 'official',
  'POST /tasks/{taskId}/answer': 'official',
  'GET /cases/{caseId}': 'official',
  'POST /cases/{caseId}/corrections': 'official',
  'POST /cases/{caseId}/last-instalment': 'official',
  'GET /removals': 'official',
  'POST /cases/{caseId}/removal': 'official',
  'POST /cases/{caseId}/scores': 'official',
  'GET /cases/{caseId}/log': 'official',
  'GET /cases/{caseId}/letter': 'official',
  'GET /cases/{caseId}/rectification': 'official',
  'GET /cases/{caseId}/rectification/letter': 'official',
  'POST /cases/{caseId}/rectification/decision': 'official',
  'GET /cases/{caseId}/mails': 'official',
  'POST /cases/{caseId}/mails/{key}/resend': 'official',
} as const satisfies Readonly<Record<string, Audience>>;

export type RouteKey = keyof typeof routes;

/** The keys of the routes of one audience. */
export type RouteKeyOf<Wanted extends Audience> = {
  [Key in RouteKey]: (typeof routes)[Key] extends Wanted ? Key : never;
}[RouteKey];

/** A problem as the API tells it: RFC 9457, with every fault of the input at its place. */
export interface Problem {
  /** `urn:anslag:<code>`. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** Facts of the refusal, for instance when the call closed. */
  readonly details?: Readonly<Record<string, string | number>>;
  /** Every fault of the request at its place, as a code and in words. */
  readonly faults?: readonly (Fault & { readonly text: string })[];
  /** Where something was changed by others meanwhile: what is there now. */
  readonly current?: unknown;
}
