import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';
import type { Database } from '../database.ts';
import { type JsonOperations, type Place, ServiceError } from '../service.ts';
import type { PoolDefinition } from './definition.ts';
import { serveHostedUi } from './hosted-ui.ts';
import { keysOf } from './keys.ts';
import { cognitoOperations, type Pools } from './operations.ts';
import { createTables } from './schema.ts';
import { UserPool } from './user-pool.ts';

/**
 * Amazon Cognito user pools. Each is an OpenID provider of its own with the issuer
 * `<origin>/_cognito/<poolId>`; its people, groups, keys, sessions and refresh tokens are durable, its
 * clients and scopes come from the template.
 */
export class Cognito implements Pools {
  readonly #clock: Clock;
  readonly #database: Database;
  readonly #place: Place;
  readonly #pools = new Map<string, UserPool>();

  constructor({ clock, database, place }: { clock: Clock; database: Database; place: Place }) {
    this.#clock = clock;
    this.#database = database;
    this.#place = place;
    createTables(database);
  }

  async putPool(definition: PoolDefinition): Promise<void> {
    const keys = await keysOf(this.#database, definition.id);
    const issuer = issuerOf(definition.id, this.#place);
    const pool = new UserPool({ definition, issuer, keys, database: this.#database, clock: this.#clock });
    this.#pools.set(definition.id, pool);
  }

  pool(id: string): UserPool {
    const pool = this.#pools.get(id);
    if (!pool) throw new ServiceError('ResourceNotFoundException', `User pool ${id} does not exist.`);
    return pool;
  }

  poolOf(clientId: string): UserPool {
    const pool = [...this.#pools.values()].find((candidate) => candidate.hasClient(clientId));
    if (pool) return pool;
    throw new ServiceError('ResourceNotFoundException', `User pool client ${clientId} does not exist.`);
  }

  operations(): JsonOperations {
    return cognitoOperations(this);
  }

  /** Serves paths under `/_cognito/<poolId>`; a pool that is not there is a 404. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, id = ''] = /^\/_cognito\/([^/?]+)/.exec(request.url ?? '') ?? [];
    const pool = this.#pools.get(id);
    if (pool) return serveHostedUi(pool, request, response);
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ message: `User pool ${id} does not exist.` }));
  }
}

/** The `iss` of a pool's tokens, below which its discovery document lies; without a slash at the end. */
export function issuerOf(poolId: string, { origin }: Place): string {
  return `${origin}/_cognito/${poolId}`;
}
