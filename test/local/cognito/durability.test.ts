import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { followClock } from '../../../local/clock.ts';
import { leadsTo, type Pools, startPools } from './pools.ts';
import { Authorization, addPerson, callback, declarePortal, person, requestTokens } from './portal.ts';

/** Everything but the template's own definitions is on disk, and goes on after a restart. */
let pools: Pools;

beforeEach(async () => {
  pools = await startPools();
  followClock(pools.clock.offset);
});

afterEach(() => pools.close());

test('people, groups, sessions, refresh tokens, keys and half-finished sign-ins outlive a restart', async () => {
  const portal = await declarePortal(pools);
  await addPerson(pools, portal, ['presenter']);
  const signedIn = new Authorization(portal);
  const { body } = await signedIn.redeem(await signedIn.signIn());
  const halfway = new Authorization(portal);
  const page = await leadsTo(await halfway.begin());
  const keys = async () => (await fetch(`${portal.issuer}/.well-known/jwks.json`)).text();
  const before = await keys();

  pools.restart();
  expect(await declarePortal(pools)).toEqual(portal);

  expect(await keys()).toBe(before);
  const { UserPoolId, clientId } = portal;
  expect(await pools.call('AdminListGroupsForUser', { UserPoolId, Username: 'aino' })).toMatchObject({
    Groups: [{ GroupName: 'presenter' }],
  });
  const refreshed = await requestTokens(portal, {
    grant_type: 'refresh_token',
    refresh_token: String(body.refresh_token),
    client_id: clientId,
  });
  expect(refreshed.status).toBe(200);
  const again = new Authorization(portal, {}, signedIn.browser);
  expect(await leadsTo(await again.begin())).toContain(`${callback}?code=`);
  const submitted = await halfway.browser.post(page, { person: 'aino' });
  const url = new URL(await leadsTo(await halfway.browser.follow(submitted)));
  expect((await halfway.redeem(url)).status).toBe(200);
});

test('a code that was begun to be used before a restart is still used up after it', async () => {
  const portal = await declarePortal(pools);
  await addPerson(pools, portal);
  const authorization = new Authorization(portal);
  const url = await authorization.signIn();
  await authorization.redeem(url);
  pools.restart();
  await declarePortal(pools);
  expect((await authorization.redeem(url)).body.error).toBe('invalid_grant');
});

test('no password is on the disk', async () => {
  await addPerson(pools, await declarePortal(pools));
  const files = readdirSync(pools.directory).map((name) =>
    readFileSync(join(pools.directory, name), 'latin1'),
  );
  expect(files.length).toBeGreaterThan(0);
  expect(files.join('')).toContain(person.Username);
  expect(files.join('')).not.toContain(person.Password);
});
