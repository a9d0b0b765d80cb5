import { createHash, randomBytes } from 'node:crypto';
import type { JsonObject } from '../../../local/service.ts';
import { Browser, leadsTo, type Pools } from './pools.ts';

export const callback = 'http://localhost:5173/callback';
export const goodbye = 'http://localhost:5173/bye';

/** A pool with a client as the portal's, and one person who can sign in. */
export interface Portal {
  readonly UserPoolId: string;
  readonly clientId: string;
  readonly issuer: string;
}

export const person = { Username: 'aino', Password: 'Hemligt 123' };

/** Declares the pool again after a restart too: nothing of it is lost, and nothing made twice. */
export async function declarePortal(pools: Pools, client: JsonObject = {}): Promise<Portal> {
  const UserPoolId = await pools.declare('UserPool', 'Pool', {
    Policies: { PasswordPolicy: { MinimumLength: 8 } },
    Schema: [{ Name: 'organisation', AttributeDataType: 'String', Mutable: true }],
  });
  await pools.declare('UserPoolDomain', 'Domain', { UserPoolId, Domain: 'anslag' });
  await pools.declare('UserPoolResourceServer', 'Server', {
    UserPoolId,
    Identifier: 'anslag',
    Name: 'Anslag',
    Scopes: [{ ScopeName: 'apply', ScopeDescription: 'Apply for grants' }],
  });
  const clientId = await pools.declare('UserPoolClient', 'Portal', {
    UserPoolId,
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: ['openid', 'email', 'profile', 'anslag/apply'],
    CallbackURLs: [callback],
    LogoutURLs: [goodbye],
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    ...client,
  });
  return { UserPoolId, clientId, issuer: `${pools.origin}/_cognito/${UserPoolId}` };
}

export async function addPerson(pools: Pools, { UserPoolId }: Portal, groups: string[] = []): Promise<void> {
  const { Username, Password } = person;
  await pools.call('AdminCreateUser', {
    UserPoolId,
    Username,
    UserAttributes: [
      { Name: 'name', Value: 'Aino <Aalto>' },
      { Name: 'email', Value: 'aino@example.fi' },
      { Name: 'email_verified', Value: 'true' },
      { Name: 'custom:organisation', Value: '0208201-1' },
    ],
  });
  await pools.call('AdminSetUserPassword', { UserPoolId, Username, Password, Permanent: true });
  for (const GroupName of groups) {
    await pools.declare('UserPoolGroup', GroupName, { UserPoolId, GroupName });
    await pools.call('AdminAddUserToGroup', { UserPoolId, Username, GroupName });
  }
}

/** One authorization request with PKCE, which the test can change, carry out and redeem. */
export class Authorization {
  readonly browser: Browser;
  readonly #portal: Portal;
  readonly #verifier = randomBytes(32).toString('base64url');
  readonly #changes: Record<string, string | undefined>;

  constructor(portal: Portal, changes: Record<string, string | undefined> = {}, browser = new Browser()) {
    this.#portal = portal;
    this.#changes = changes;
    this.browser = browser;
  }

  begin(): Promise<Response> {
    const parameters: Record<string, string | undefined> = {
      client_id: this.#portal.clientId,
      response_type: 'code',
      redirect_uri: callback,
      scope: 'openid email',
      state: 'a-state',
      code_challenge: createHash('sha256').update(this.#verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...this.#changes,
    };
    const query = Object.entries(parameters).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    return this.browser.get(`${this.#portal.issuer}/oauth2/authorize?${new URLSearchParams(query)}`);
  }

  /** Begins, fills in the form with a password, and gives the URL that the client is led back to. */
  async signIn(form: Record<string, string> = { username: person.Username, password: person.Password }) {
    const page = await leadsTo(await this.begin());
    const submitted = await this.browser.post(page, form);
    return new URL(await leadsTo(await this.browser.follow(submitted)));
  }

  /** Redeems the code in the client's URL. */
  redeem(url: URL, changes: Record<string, string> = {}): Promise<{ status: number; body: JsonObject }> {
    return requestTokens(this.#portal, {
      grant_type: 'authorization_code',
      code: url.searchParams.get('code') ?? '',
      client_id: this.#portal.clientId,
      redirect_uri: callback,
      code_verifier: this.#verifier,
      ...changes,
    });
  }
}

export async function requestTokens(
  { issuer }: Portal,
  form: Record<string, string>,
): Promise<{ status: number; body: JsonObject }> {
  const response = await fetch(`${issuer}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
  return { status: response.status, body: (await response.json()) as JsonObject };
}
