import { decodeJwt } from 'jose';
import { followClock } from '../../../local/clock.ts';
import type { JsonObject } from '../../../local/service.ts';
import { type Pools, startPools } from './pools.ts';
import { addPerson, declarePortal, type Portal, person, requestTokens } from './portal.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html */
let pools: Pools;
let portal: Portal;

beforeAll(async () => {
  pools = await startPools();
  followClock(pools.clock.offset);
  portal = await declarePortal(pools);
  await addPerson(pools, portal, ['presenter']);
});

afterAll(() => pools.close());

const initiate = (AuthFlow: string, AuthParameters: JsonObject, ClientId = portal.clientId) =>
  pools.call('InitiateAuth', { ClientId, AuthFlow, AuthParameters });

const byPassword = (PASSWORD = person.Password, USERNAME = person.Username, clientId?: string) =>
  initiate('USER_PASSWORD_AUTH', { USERNAME, PASSWORD }, clientId);

const resultOf = (answer: JsonObject) => answer.AuthenticationResult as Record<string, string>;

test('USER_PASSWORD_AUTH gives the tokens of a sign-in, for the scope of the user pools API', async () => {
  const answer = await byPassword();
  expect(answer).toEqual({
    AuthenticationResult: {
      AccessToken: expect.any(String),
      IdToken: expect.any(String),
      RefreshToken: expect.any(String),
      ExpiresIn: 3600,
      TokenType: 'Bearer',
    },
    ChallengeParameters: {},
  });
  const { AccessToken = '', IdToken = '' } = resultOf(answer);
  expect(decodeJwt(AccessToken)).toMatchObject({
    iss: portal.issuer,
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    client_id: portal.clientId,
    username: 'aino',
    'cognito:groups': ['presenter'],
  });
  expect(decodeJwt(IdToken)).toMatchObject({
    aud: portal.clientId,
    token_use: 'id',
    email: 'aino@example.fi',
    name: 'Aino <Aalto>',
  });
});

test('a client that names no attributes to read does not see custom ones', async () => {
  expect(decodeJwt(resultOf(await byPassword()).IdToken ?? '')).not.toHaveProperty('custom:organisation');
});

test('its refresh token works here and at the token endpoint', async () => {
  const { RefreshToken = '' } = resultOf(await byPassword());
  const refreshed = resultOf(await initiate('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: RefreshToken }));
  expect(Object.keys(refreshed).sort()).toEqual(['AccessToken', 'ExpiresIn', 'IdToken', 'TokenType']);
  const { status, body } = await requestTokens(portal, {
    grant_type: 'refresh_token',
    refresh_token: RefreshToken,
    client_id: portal.clientId,
  });
  expect(status).toBe(200);
  expect(decodeJwt(String(body.access_token)).scope).toBe('aws.cognito.signin.user.admin');
});

test('a wrong password is not authorized, nor a refresh token that is none', async () => {
  await expect(byPassword('fel')).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  });
  await expect(initiate('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: 'x' })).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'Invalid Refresh Token',
  });
});

/** "Managing user existence error responses". */
test('whether a user exists is told only by clients that do not prevent it', async () => {
  await expect(byPassword('x', 'nobody')).rejects.toMatchObject({ code: 'UserNotFoundException' });
  const { UserPoolId } = portal;
  const discreet = await pools.declare('UserPoolClient', 'Discreet', {
    UserPoolId,
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    PreventUserExistenceErrors: 'ENABLED',
  });
  await expect(byPassword('x', 'nobody', discreet)).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  });
});

test('only flows that the client allows are run', async () => {
  const { UserPoolId } = portal;
  const plain = await pools.declare('UserPoolClient', 'Plain', { UserPoolId });
  await expect(byPassword(undefined, undefined, plain)).rejects.toMatchObject({
    code: 'InvalidParameterException',
    message: 'USER_PASSWORD_AUTH flow not enabled for this client',
  });
  await expect(initiate('USER_SRP_AUTH', {})).rejects.toMatchObject({ code: 'InvalidParameterException' });
});

test('a client that is not there is not found, and a missing parameter is named', async () => {
  await expect(byPassword(undefined, undefined, 'nobody')).rejects.toMatchObject({
    code: 'ResourceNotFoundException',
    message: 'User pool client nobody does not exist.',
  });
  await expect(initiate('USER_PASSWORD_AUTH', { USERNAME: 'aino' })).rejects.toMatchObject({
    code: 'InvalidParameterException',
    message: 'Missing required parameter PASSWORD',
  });
});

/**
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html
 */
describe('a temporary password', () => {
  const respond = (Session: string, NEW_PASSWORD: string, USERNAME = 'fia') =>
    pools.call('RespondToAuthChallenge', {
      ClientId: portal.clientId,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session,
      ChallengeResponses: { USERNAME, NEW_PASSWORD },
    });

  beforeEach(async () => {
    const { UserPoolId } = portal;
    await pools.call('AdminCreateUser', { UserPoolId, Username: 'fia', TemporaryPassword: 'Tillfälligt 1' });
  });

  afterEach(async () => {
    await pools.call('AdminDeleteUser', { UserPoolId: portal.UserPoolId, Username: 'fia' });
  });

  test('gives a challenge, whose answer sets the password and signs in', async () => {
    const { ChallengeName, Session } = await byPassword('Tillfälligt 1', 'fia');
    expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
    await expect(respond(String(Session), 'kort')).rejects.toMatchObject({
      code: 'InvalidPasswordException',
    });
    expect(resultOf(await respond(String(Session), 'Beständigt 1'))).toHaveProperty('AccessToken');
    expect(resultOf(await byPassword('Beständigt 1', 'fia'))).toHaveProperty('AccessToken');
  });

  test('has a session for three minutes and for one user', async () => {
    const { Session } = await byPassword('Tillfälligt 1', 'fia');
    const refused = { code: 'NotAuthorizedException', message: 'Invalid session for the user.' };
    await expect(respond(String(Session), 'Beständigt 1', 'aino')).rejects.toMatchObject(refused);
    await pools.clock.turnTo(pools.clock.now() + 3 * 60_000);
    await expect(respond(String(Session), 'Beständigt 1')).rejects.toMatchObject(refused);
  });

  test('is worth nothing after its days', async () => {
    await pools.clock.turnTo(pools.clock.now() + 7 * 86_400_000 + 1);
    await expect(byPassword('Tillfälligt 1', 'fia')).rejects.toMatchObject({
      message: 'Temporary password has expired and must be reset by an administrator.',
    });
  });
});
