import { type RouteKey, routes } from '../../contract/routes.ts';
import type { Relation } from '../../domain/access/relations.ts';
import { protectedRoutes, verdictOn } from '../../domain/access/table.ts';
import { korsholm } from '../call-2022.ts';
import { HandledCall } from './handled-call.ts';

/**
 * Everybody asks for everything. What each person is to the case, the draft and the task of this scene is written down
 * here; what the API answers must be what the table of `domain/access` says of that.
 */
let handled: HandledCall;
let parameters: Readonly<Record<string, string>>;

/**
 * The scene: Erik is disqualified, Rita scores in his place and has the task; Dag has not gone through the applicants yet; Inga
 * was invited to write the draft.
 */
const people: Readonly<Record<string, readonly Relation[]>> = {
  anna: ['presenter', 'publisher'],
  eva: ['evaluator', 'assigned'],
  erik: ['evaluator', 'disqualified'],
  rita: ['reserve', 'assigned', 'assignee'],
  dora: ['decision-maker'],
  dag: ['decision-maker', 'undeclared'],
  mallory: [],
  ada: ['auditor'],
  arkivarie: ['archivist'],
  sofia: ['acting'],
  olle: [],
  inga: ['invited'],
};
const applicants = ['sofia', 'olle', 'inga'];

beforeAll(async () => {
  handled = await HandledCall.start();
  const { businessId } = korsholm.applicant;
  const draft = { commandId: crypto.randomUUID(), businessId, document: {} };
  const { draftId } = await handled.as('sofia').post<{ draftId: string }>('/calls/2022/drafts', draft);
  const invitation = await handled.as('sofia').post<{ secret: string }>(`/drafts/${draftId}/invitations`, {});
  await handled.as('inga').post('/invitations', { secret: invitation.secret });
  const caseId = await handled.submit();
  await handled.close(['anna', 'eva', 'erik', 'rita', 'dora']);
  const [screening] = await handled.tasksOf('anna');
  const confirmed = { kind: 'confirm-screening', judgements: [] };
  await handled.as('anna').post(`/tasks/${screening?.id}/answer`, confirmed);
  const [scoring] = await handled.tasksOf('erik');
  const ground = { kind: 'declare-disqualification', ground: 'Min bror leder projektet.' };
  await handled.as('erik').post(`/tasks/${scoring?.id}/answer`, ground);
  const [instead] = await handled.tasksOf('rita');
  parameters = {
    callId: '2022',
    caseId,
    draftId,
    taskId: instead?.id ?? '',
    version: '1',
    sha256: 'a'.repeat(64),
    digest: 'a'.repeat(64),
    plan: 'a'.repeat(64),
    key: 'receipt.1',
    username: 'nobody',
    feedbackId: crypto.randomUUID(),
  };
});
afterAll(() => handled.end());

const asked = Object.entries(people).flatMap(([username, relations]) =>
  protectedRoutes
    .filter((route) => (routes[route as RouteKey] === 'applicant') === applicants.includes(username))
    .map((route) => ({ username, route, verdict: verdictOn(route, new Set(relations)) })),
);

test.each(asked)('$username: $route is $verdict', async ({ username, route, verdict }) => {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(/\{(\w+)\}/g, (_match, name: string) => parameters[name] ?? '');
  const response = await handled.as(username).send(method, path, method === 'GET' ? undefined : {});
  const body = await response.text();
  const { type } = response.headers.get('content-type')?.includes('json') ? JSON.parse(body) : { type: '' };
  const answer = `${response.status} ${type ?? ''}`.trim();
  if (verdict === 'hidden') expect(answer).toBe('404 urn:anslag:not-found');
  if (verdict === 'refused') expect(answer).toBe('403 urn:anslag:not-allowed');
  if (verdict === 'undeclared') expect(answer).toBe('409 urn:anslag:ties-not-declared');
  if (verdict === 'let-in') {
    expect(response.status).not.toBe(401);
    expect(answer).not.toBe('403 urn:anslag:not-allowed');
    expect(response.status).toBeLessThan(500);
    if (!isNothingThere(route)) expect(response.status).not.toBe(404);
  }
});

/** Routes to things that the scene has none of. */
function isNothingThere(route: string): boolean {
  return /rectification$|rectification\/letter|reallocation$|files\/|attachments\/|digest|corrections/.test(
    route,
  );
}
