import type Provider from 'oidc-provider';
import type { Clock } from '../clock.ts';
import type { Database } from '../database.ts';
import { ServiceError } from '../service.ts';
import { type ClientDefinition, type PoolDefinition, standardScopes } from './definition.ts';
import { Groups } from './groups.ts';
import type { PoolKeys } from './keys.ts';
import { poolProvider } from './provider.ts';
import { type SignIn, Tokens } from './tokens.ts';
import { Users } from './users.ts';

interface UserPoolOptions {
  readonly definition: PoolDefinition;
  /** Without a slash at the end. */
  readonly issuer: string;
  readonly keys: PoolKeys;
  readonly database: Database;
  readonly clock: Clock;
}

/**
 * One user pool: its people and groups, its clients and scopes, its tokens, and the provider that serves
 * them.
 */
export class UserPool {
  readonly definition: PoolDefinition;
  readonly issuer: string;
  readonly clock: Clock;
  readonly users: Users;
  readonly groups: Groups;
  readonly tokens: Tokens;
  /** Absent: the pool has no sign-in page and no OAuth endpoints, as in AWS. */
  domain?: string;
  readonly #options: UserPoolOptions;
  readonly #clients = new Map<string, ClientDefinition>();
  readonly #scopes = new Set(standardScopes);
  #provider: Provider | undefined;

  constructor(options: UserPoolOptions) {
    const { definition, issuer, keys, database, clock } = options;
    this.definition = definition;
    this.issuer = issuer;
    this.clock = clock;
    this.users = new Users(database, clock, definition);
    this.groups = new Groups(database, clock, definition.id);
    this.tokens = new Tokens(issuer, keys.signing, clock);
    this.#options = options;
  }

  /** A client of the pool; other ids are ResourceNotFoundException. */
  client(id: string): ClientDefinition {
    const client = this.#clients.get(id);
    if (!client)
      throw new ServiceError('ResourceNotFoundException', `User pool client ${id} does not exist.`);
    return client;
  }

  hasClient(id: string): boolean {
    return this.#clients.has(id);
  }

  /** A RangeError if the client may have a scope that the pool has not. */
  putClient(client: ClientDefinition): void {
    const unknown = client.scopes.find((scope) => !this.#scopes.has(scope));
    if (unknown !== undefined) throw new RangeError(`the pool has no scope "${unknown}"`);
    this.#clients.set(client.id, client);
    this.#provider = undefined;
  }

  putScopes(scopes: readonly string[]): void {
    for (const scope of scopes) this.#scopes.add(scope);
    this.#provider = undefined;
  }

  /** Made when it is first asked for, and again after the pool's clients or scopes have changed. */
  get provider(): Provider {
    const { definition, ...rest } = this.#options;
    this.#provider ??= poolProvider({
      ...rest,
      poolId: definition.id,
      clients: [...this.#clients.values()],
      scopes: [...this.#scopes],
      tokens: this.tokens,
      whoIs: (sub, clientId) => this.whoIs(sub, clientId),
    });
    return this.#provider;
  }

  /** The user, their groups and the client behind the ids in a token; undefined once one of them is gone. */
  whoIs(sub: string, clientId: string): Pick<SignIn, 'user' | 'groups' | 'client'> | undefined {
    const user = this.users.findBySub(sub);
    const client = this.#clients.get(clientId);
    if (!user || !client) return undefined;
    return { user, groups: this.groups.of(user.username).map(({ name }) => name), client };
  }
}
