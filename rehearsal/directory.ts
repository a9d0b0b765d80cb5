import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  GroupExistsException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import pMap from 'p-map';

/** A person who can sign in, with the groups that say what for. */
export interface Person {
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly groups: readonly string[];
}

/** The password of all test people; they exist on this machine only. */
export const testPassword = 'Anslag-local-2022!';

/** Puts people into a user pool of the local cloud, as an administrator would with AWS's own API. */
export async function enrol(origin: string, poolId: string, people: readonly Person[]): Promise<void> {
  const client = new CognitoIdentityProviderClient({
    endpoint: origin,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  for (const group of new Set(people.flatMap(({ groups }) => groups)))
    await createGroup(client, poolId, group);
  await pMap(people, (person) => enrolOne(client, poolId, person), { concurrency: 6 });
}

async function enrolOne(
  client: CognitoIdentityProviderClient,
  poolId: string,
  person: Person,
): Promise<void> {
  const user = { UserPoolId: poolId, Username: person.username };
  const attributes = [
    { Name: 'name', Value: person.name },
    { Name: 'email', Value: person.email },
  ];
  try {
    await client.send(
      new AdminCreateUserCommand({ ...user, MessageAction: 'SUPPRESS', UserAttributes: attributes }),
    );
  } catch (error) {
    // Whoever applied in a call before, or handled it, is there already.
    if (error instanceof UsernameExistsException) return;
    throw error;
  }
  await client.send(new AdminSetUserPasswordCommand({ ...user, Password: testPassword, Permanent: true }));
  for (const group of person.groups) {
    await client.send(new AdminAddUserToGroupCommand({ ...user, GroupName: group }));
  }
}

async function createGroup(
  client: CognitoIdentityProviderClient,
  poolId: string,
  group: string,
): Promise<void> {
  try {
    await client.send(new CreateGroupCommand({ UserPoolId: poolId, GroupName: group }));
  } catch (error) {
    if (!(error instanceof GroupExistsException)) throw error;
  }
}
