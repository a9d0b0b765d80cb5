import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Interaction } from 'oidc-provider';
import { readBody } from '../json-service.ts';
import { ServiceError } from '../service.ts';
import {
  errorPage,
  languageOf,
  pageHeaders,
  type SignInPage,
  signInPage,
  type TestPerson,
} from './sign-in-page.ts';
import type { UserPool } from './user-pool.ts';

/** Far more than a name and a password need, in bytes. */
const largestForm = 16 * 1024;

/** Shows the sign-in page for a request that the authorization endpoint has sent here, and takes its form. */
export async function signIn(
  pool: UserPool,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let interaction: Interaction;
  try {
    interaction = await pool.provider.interactionDetails(request, response);
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error;
    response.writeHead(400, pageHeaders()).end(errorPage(request, error.message));
    return;
  }
  const form = request.method === 'POST' ? await readForm(request) : undefined;
  const outcome = form && (await attempt(pool, form));
  if (outcome && 'sub' in outcome) {
    const result = { login: { accountId: outcome.sub } };
    await pool.provider.interactionFinished(request, response, result);
    return;
  }
  const { params } = interaction;
  const page: SignInPage = {
    language: languageOf(params.ui_locales, request),
    byEmail: pool.definition.signInByEmail,
    username: form?.get('username') ?? params.login_hint ?? '',
    fault: outcome?.fault,
    people: testPeople(pool),
  };
  response.writeHead(outcome ? 401 : 200, pageHeaders(params.redirect_uri)).end(signInPage(page));
}

async function attempt(
  pool: UserPool,
  form: URLSearchParams,
): Promise<{ sub: string } | { fault: SignInPage['fault'] }> {
  const person = form.get('person');
  if (person !== null) return pool.users.find(person) ?? { fault: 'wrong' };
  try {
    const user = await pool.users.signIn(form.get('username') ?? '', form.get('password') ?? '');
    return user.status === 'CONFIRMED' ? user : { fault: 'temporary' };
  } catch (error) {
    if (error instanceof ServiceError) return { fault: 'wrong' };
    throw error;
  }
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams((await readBody(request, largestForm)).toString('utf8'));
}

function testPeople({ users, groups }: UserPool): TestPerson[] {
  return users.list().map(({ username, attributes }) => ({
    username,
    name: attributes.name ?? attributes.email ?? username,
    groups: groups.of(username).map(({ name }) => name),
  }));
}
