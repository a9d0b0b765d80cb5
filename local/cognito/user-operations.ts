import * as z from 'zod';
import { ServiceError } from '../service.ts';
import { limit, OfPool, OfUser, onPool, type PoolOperation, paged } from './pool-operation.ts';
import type { User } from './users.ts';

const Attributes = z.array(z.object({ Name: z.string(), Value: z.string().default('') })).default([]);

/** Operations on people. No mail is sent to new ones, so `MessageAction` can only be `SUPPRESS`. */
export const userOperations: Readonly<Record<string, PoolOperation>> = {
  AdminCreateUser: onPool(
    OfUser.extend({
      UserAttributes: Attributes,
      TemporaryPassword: z.string().optional(),
      MessageAction: z.literal('SUPPRESS').optional(),
    }),
    async (pool, { Username, UserAttributes, TemporaryPassword }) => {
      const attributes = Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
      return { User: describeUser(await pool.users.create(Username, attributes, TemporaryPassword)) };
    },
  ),
  AdminSetUserPassword: onPool(
    OfUser.extend({ Password: z.string(), Permanent: z.boolean().default(false) }),
    async (pool, { Username, Password, Permanent }) => {
      await pool.users.setPassword(Username, Password, Permanent);
      return {};
    },
  ),
  AdminGetUser: onPool(OfUser, async (pool, { Username }) => {
    const { Attributes: UserAttributes = [], ...rest } = describeUser(pool.users.get(Username));
    return { ...rest, UserAttributes };
  }),
  AdminDeleteUser: onPool(OfUser, async (pool, { Username }) => {
    pool.users.delete(Username);
    return {};
  }),
  ListUsers: onPool(
    OfPool.extend({
      Limit: limit,
      PaginationToken: z.string().optional(),
      Filter: z.string().optional(),
    }),
    async (pool, { Limit, PaginationToken, Filter }) => {
      const found = pool.users.list().map(describeUser).filter(userFilter(Filter));
      const { items, next } = paged(found, Limit, PaginationToken);
      return { Users: items, ...(next !== undefined && { PaginationToken: next }) };
    },
  ),
};

/** Times are in seconds since the epoch, as in AWS JSON 1.1. */
export function describeUser({ username, sub, attributes, status, created, modified }: User) {
  return {
    Username: username,
    Attributes: Object.entries({ sub, ...attributes }).map(([Name, Value]) => ({ Name, Value })),
    UserCreateDate: created / 1000,
    UserLastModifiedDate: modified / 1000,
    Enabled: true,
    UserStatus: status,
  };
}

/**
 * `Filter` of ListUsers: one attribute, `=` or `^=` (begins with), a quoted value.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html
 */
function userFilter(filter: string | undefined): (user: ReturnType<typeof describeUser>) => boolean {
  if (filter === undefined) return () => true;
  const [, attribute, operator, wanted = ''] = /^\s*([\w:]+)\s*(\^?=)\s*"(.*)"\s*$/.exec(filter) ?? [];
  if (attribute === undefined) {
    throw new ServiceError('InvalidParameterException', `Error while parsing filter: ${filter}`);
  }
  return (user) => {
    const value = attributeOf(user, attribute);
    return operator === '=' ? value === wanted : value?.startsWith(wanted) === true;
  };
}

function attributeOf(user: ReturnType<typeof describeUser>, attribute: string): string | undefined {
  if (attribute === 'username') return user.Username;
  if (attribute === 'cognito:user_status') return user.UserStatus;
  return user.Attributes.find(({ Name }) => Name === attribute)?.Value;
}
