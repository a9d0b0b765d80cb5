import { type JsonObject, ServiceError } from '../service.ts';
import type { ClientDefinition } from './definition.ts';
import { openGrant } from './provider.ts';
import { InvalidToken, type SignIn } from './tokens.ts';
import type { UserPool } from './user-pool.ts';
import type { User } from './users.ts';

/** The one scope of access tokens that come from the user pools API, whatever the client may have. */
const apiScope = 'aws.cognito.signin.user.admin';

type AuthParameters = Readonly<Record<string, string>>;

/**
 * Signs in without a browser, by USER_PASSWORD_AUTH or REFRESH_TOKEN_AUTH, if the client's ExplicitAuthFlows
 * allow it. Other flows are refused as not enabled.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html
 */
export async function initiateAuth(
  pool: UserPool,
  client: ClientDefinition,
  flow: string,
  parameters: AuthParameters,
): Promise<JsonObject> {
  const name = flow === 'REFRESH_TOKEN' ? 'REFRESH_TOKEN_AUTH' : flow;
  const run = { USER_PASSWORD_AUTH: byPassword, REFRESH_TOKEN_AUTH: byRefreshToken }[name];
  if (!run || !client.authFlows.includes(`ALLOW_${name}`)) {
    throw new ServiceError('InvalidParameterException', `${flow} flow not enabled for this client`);
  }
  return run(pool, client, parameters);
}

/**
 * Answers the one challenge that InitiateAuth gives here: sets the new password and completes the sign-in.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html
 */
export async function answerNewPassword(
  pool: UserPool,
  client: ClientDefinition,
  session: string,
  parameters: AuthParameters,
): Promise<JsonObject> {
  const user = pool.users.find(required(parameters, 'USERNAME'));
  if (!user || !(await isChallenged(pool, session, user, client))) {
    throw new ServiceError('NotAuthorizedException', 'Invalid session for the user.');
  }
  await pool.users.setPassword(user.username, required(parameters, 'NEW_PASSWORD'), true);
  return signedIn(pool, user, client);
}

async function byPassword(
  pool: UserPool,
  client: ClientDefinition,
  parameters: AuthParameters,
): Promise<JsonObject> {
  const username = required(parameters, 'USERNAME');
  const password = required(parameters, 'PASSWORD');
  if (!client.preventUserExistenceErrors) pool.users.get(username);
  const user = await pool.users.signIn(username, password);
  if (user.status === 'CONFIRMED') return signedIn(pool, user, client);
  return {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: await pool.tokens.challenge(user, client.id),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      requiredAttributes: '[]',
      userAttributes: JSON.stringify(user.attributes),
    },
  };
}

async function byRefreshToken(
  pool: UserPool,
  client: ClientDefinition,
  parameters: AuthParameters,
): Promise<JsonObject> {
  const source = await pool.provider.RefreshToken.find(required(parameters, 'REFRESH_TOKEN'));
  const who = source?.clientId === client.id ? pool.whoIs(source.accountId, client.id) : undefined;
  if (!source?.isValid || !who) throw new ServiceError('NotAuthorizedException', 'Invalid Refresh Token');
  const { scope, authTime } = source;
  const result = await tokensOf(pool, { ...who, scope, authTime });
  return { AuthenticationResult: result, ChallengeParameters: {} };
}

async function signedIn(pool: UserPool, user: User, client: ClientDefinition): Promise<JsonObject> {
  const groups = pool.groups.of(user.username).map(({ name }) => name);
  const authTime = Math.floor(pool.clock.now() / 1000);
  const signIn = { user, groups, client, scope: apiScope, authTime };
  const RefreshToken = await openGrant(pool.provider, signIn);
  const result = { ...(await tokensOf(pool, signIn)), RefreshToken };
  return { AuthenticationResult: result, ChallengeParameters: {} };
}

async function tokensOf(pool: UserPool, signIn: SignIn): Promise<JsonObject> {
  return {
    AccessToken: await pool.tokens.access(signIn),
    IdToken: await pool.tokens.id(signIn),
    ExpiresIn: signIn.client.lifetimes.access,
    TokenType: 'Bearer',
  };
}

async function isChallenged(
  pool: UserPool,
  session: string,
  user: User,
  client: ClientDefinition,
): Promise<boolean> {
  try {
    const claims = await pool.tokens.verify(session, 'challenge');
    return claims.sub === user.sub && claims.client_id === client.id;
  } catch (error) {
    if (error instanceof InvalidToken) return false;
    throw error;
  }
}

function required(parameters: AuthParameters, name: string): string {
  const value = parameters[name];
  if (!value) throw new ServiceError('InvalidParameterException', `Missing required parameter ${name}`);
  return value;
}
