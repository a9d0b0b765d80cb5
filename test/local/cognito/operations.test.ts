import type { JsonObject } from '../../../local/service.ts';
import { type Pools, startPools } from './pools.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_Operations.html */
let pools: Pools;
let UserPoolId: string;

beforeEach(async () => {
  pools = await startPools();
  UserPoolId = await pools.declare('UserPool', 'Pool', {
    UserPoolName: 'anslag',
    Schema: [
      { Name: 'email', Required: true, Mutable: true },
      { Name: 'organisation', AttributeDataType: 'String', Mutable: true },
    ],
  });
});

afterEach(() => pools.close());

const call = (operation: string, input: JsonObject = {}) => pools.call(operation, { UserPoolId, ...input });

const create = (Username: string, more: JsonObject = {}) =>
  call('AdminCreateUser', {
    Username,
    UserAttributes: [{ Name: 'email', Value: `${Username}@example.fi` }],
    ...more,
  });

const refused = (code: string, message?: string) =>
  expect.objectContaining({ code, ...(message && { message }) });

describe('users', () => {
  test('are made with a temporary password, and described', async () => {
    const { User } = await create('aino');
    expect(User).toEqual({
      Username: 'aino',
      Attributes: [
        { Name: 'sub', Value: expect.any(String) },
        { Name: 'email', Value: 'aino@example.fi' },
      ],
      UserCreateDate: expect.any(Number),
      UserLastModifiedDate: expect.any(Number),
      Enabled: true,
      UserStatus: 'FORCE_CHANGE_PASSWORD',
    });
    const { Attributes, ...rest } = User as { Attributes: JsonObject[] } & JsonObject;
    expect(await call('AdminGetUser', { Username: 'aino' })).toEqual({ ...rest, UserAttributes: Attributes });
  });

  test('are confirmed by a permanent password', async () => {
    await create('aino');
    await call('AdminSetUserPassword', { Username: 'aino', Password: 'Hemligt-123', Permanent: true });
    expect(await call('AdminGetUser', { Username: 'aino' })).toMatchObject({ UserStatus: 'CONFIRMED' });
    await call('AdminSetUserPassword', { Username: 'aino', Password: 'Hemligt-123', Permanent: false });
    expect(await call('AdminGetUser', { Username: 'aino' })).toMatchObject({
      UserStatus: 'FORCE_CHANGE_PASSWORD',
    });
  });

  test('are there once, until they are deleted', async () => {
    await create('aino');
    await expect(create('aino')).rejects.toEqual(
      refused('UsernameExistsException', 'User account already exists'),
    );
    await call('AdminDeleteUser', { Username: 'aino' });
    const nobody = refused('UserNotFoundException', 'User does not exist.');
    await expect(call('AdminDeleteUser', { Username: 'aino' })).rejects.toEqual(nobody);
    await expect(call('AdminGetUser', { Username: 'aino' })).rejects.toEqual(nobody);
  });

  test('have the attributes of the schema and no others', async () => {
    const invalid = (message: string) => refused('InvalidParameterException', message);
    const attributes = (...names: string[]) => ({
      UserAttributes: names.map((Name) => ({ Name, Value: 'x' })),
    });
    await expect(create('a', attributes('email', 'custom:round'))).rejects.toEqual(
      invalid(
        'Attributes did not conform to the schema: Type for attribute {custom:round} could not be determined',
      ),
    );
    await expect(create('a', attributes('custom:organisation'))).rejects.toEqual(
      invalid('Attributes did not conform to the schema: email: The attribute is required'),
    );
    await expect(create('a', attributes('email', 'custom:organisation'))).resolves.toBeDefined();
  });

  test('are listed by page and by filter', async () => {
    for (const name of ['aino', 'anna', 'bertil']) await create(name);
    const names = (answer: JsonObject) =>
      (answer.Users as { Username: string }[]).map(({ Username }) => Username);
    const first = await call('ListUsers', { Limit: 2 });
    expect(names(first)).toEqual(['aino', 'anna']);
    const { PaginationToken = null } = first;
    const second = await call('ListUsers', { Limit: 2, PaginationToken });
    expect(names(second)).toEqual(['bertil']);
    expect(second).not.toHaveProperty('PaginationToken');
    expect(names(await call('ListUsers', { Filter: 'username ^= "a"' }))).toEqual(['aino', 'anna']);
    expect(names(await call('ListUsers', { Filter: 'email = "bertil@example.fi"' }))).toEqual(['bertil']);
    await expect(call('ListUsers', { Filter: 'email ~ x' })).rejects.toEqual(
      refused('InvalidParameterException'),
    );
  });
});

/** "Adding user pool password requirements"; without a policy the pool has all of Cognito's own. */
test.each([
  ['kort-1A', 'Password not long enough'],
  ['HEMLIGT-123', 'Password must have lowercase characters'],
  ['hemligt-123', 'Password must have uppercase characters'],
  ['Hemligt-abc', 'Password must have numeric characters'],
  ['Hemligt123', 'Password must have symbol characters'],
])('the password "%s" is refused: %s', async (Password, reason) => {
  await create('aino');
  const refusal = refused('InvalidPasswordException', `Password did not conform with policy: ${reason}`);
  await expect(call('AdminSetUserPassword', { Username: 'aino', Password })).rejects.toEqual(refusal);
  await expect(create('bertil', { TemporaryPassword: Password })).rejects.toEqual(refusal);
});

describe('groups', () => {
  const groupsOf = async (Username: string) =>
    ((await call('AdminListGroupsForUser', { Username })).Groups as { GroupName: string }[]).map(
      ({ GroupName }) => GroupName,
    );

  test('are made once, described, and listed', async () => {
    const { Group } = await call('CreateGroup', {
      GroupName: 'presenter',
      Description: 'Prepares',
      Precedence: 2,
    });
    expect(Group).toEqual({
      GroupName: 'presenter',
      UserPoolId,
      Description: 'Prepares',
      Precedence: 2,
      CreationDate: expect.any(Number),
      LastModifiedDate: expect.any(Number),
    });
    await expect(call('CreateGroup', { GroupName: 'presenter' })).rejects.toEqual(
      refused('GroupExistsException', 'A group with the name presenter already exists.'),
    );
    expect(await call('ListGroups')).toEqual({ Groups: [Group] });
  });

  test('have members, who see their groups by precedence', async () => {
    for (const name of ['aino', 'bertil']) await create(name);
    await call('CreateGroup', { GroupName: 'applicant' });
    await call('CreateGroup', { GroupName: 'presenter', Precedence: 2 });
    await call('CreateGroup', { GroupName: 'decider', Precedence: 1 });
    for (const GroupName of ['applicant', 'presenter', 'decider']) {
      await call('AdminAddUserToGroup', { Username: 'aino', GroupName });
      await call('AdminAddUserToGroup', { Username: 'aino', GroupName });
    }
    expect(await groupsOf('aino')).toEqual(['decider', 'presenter', 'applicant']);
    expect(await groupsOf('bertil')).toEqual([]);
    expect(await call('ListUsersInGroup', { GroupName: 'decider' })).toMatchObject({
      Users: [{ Username: 'aino' }],
    });
    await call('AdminRemoveUserFromGroup', { Username: 'aino', GroupName: 'decider' });
    expect(await groupsOf('aino')).toEqual(['presenter', 'applicant']);
    await call('AdminDeleteUser', { Username: 'aino' });
    expect(await call('ListUsersInGroup', { GroupName: 'presenter' })).toEqual({ Users: [] });
  });

  test('must be there, and so must the user', async () => {
    await create('aino');
    await expect(call('AdminAddUserToGroup', { Username: 'aino', GroupName: 'x' })).rejects.toEqual(
      refused('ResourceNotFoundException', 'Group not found.'),
    );
    await call('CreateGroup', { GroupName: 'x' });
    await expect(call('AdminAddUserToGroup', { Username: 'nobody', GroupName: 'x' })).rejects.toEqual(
      refused('UserNotFoundException'),
    );
  });
});

test('a pool and a client are described', async () => {
  const { UserPool } = await call('DescribeUserPool');
  expect(UserPool).toMatchObject({
    Id: UserPoolId,
    Name: 'anslag',
    Arn: `arn:aws:cognito-idp:eu-north-1:000000000000:userpool/${UserPoolId}`,
    Policies: { PasswordPolicy: { MinimumLength: 8, RequireSymbols: true } },
  });
  const ClientId = await pools.declare('UserPoolClient', 'Cli', { UserPoolId, ClientName: 'cli' });
  expect((await call('DescribeUserPoolClient', { ClientId })).UserPoolClient).toMatchObject({
    ClientId,
    ClientName: 'cli',
    UserPoolId,
    AllowedOAuthFlowsUserPoolClient: false,
  });
  await expect(call('DescribeUserPoolClient', { ClientId: 'x' })).rejects.toEqual(
    refused('ResourceNotFoundException', 'User pool client x does not exist.'),
  );
});

test('an operation needs the permission of its name on the pool, and a pool that is there', async () => {
  const operation = pools.cognito.operations().AdminCreateUser;
  expect(operation?.permissions({ UserPoolId, Username: 'aino' })).toEqual([
    {
      action: 'cognito-idp:AdminCreateUser',
      resource: `arn:aws:cognito-idp:eu-north-1:000000000000:userpool/${UserPoolId}`,
    },
  ]);
  await expect(call('ListUsers', { UserPoolId: 'eu-north-1_x' })).rejects.toEqual(
    refused('ResourceNotFoundException', 'User pool eu-north-1_x does not exist.'),
  );
});

test('people who sign in with their e-mail address get a username of their own', async () => {
  UserPoolId = await pools.declare('UserPool', 'ByEmail', {
    UsernameAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
  });
  const { User } = (await call('AdminCreateUser', { Username: 'Aino@example.fi' })) as { User: JsonObject };
  expect(User.Username).toMatch(/^[0-9a-f-]{36}$/);
  expect(User.Attributes).toEqual([
    { Name: 'sub', Value: User.Username },
    { Name: 'email', Value: 'Aino@example.fi' },
  ]);
  expect(await call('AdminGetUser', { Username: 'aino@EXAMPLE.fi' })).toMatchObject({
    Username: User.Username,
  });
  await expect(call('AdminCreateUser', { Username: 'AINO@example.fi' })).rejects.toEqual(
    refused('UsernameExistsException', 'An account with the given email already exists.'),
  );
  await expect(call('AdminCreateUser', { Username: 'aino' })).rejects.toEqual(
    refused('InvalidParameterException', 'Username should be an email.'),
  );
});
