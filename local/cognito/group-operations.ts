import * as z from 'zod';
import type { JsonObject } from '../service.ts';
import type { Group } from './groups.ts';
import { limit, name, OfPool, OfUser, onPool, type PoolOperation, paged } from './pool-operation.ts';
import { describeUser } from './user-operations.ts';
import type { UserPool } from './user-pool.ts';

const Page = { Limit: limit, NextToken: z.string().optional() };
const OfMember = OfUser.extend({ GroupName: name });

/** Operations on groups and on who is in them. */
export const groupOperations: Readonly<Record<string, PoolOperation>> = {
  CreateGroup: onPool(
    OfPool.extend({
      GroupName: name,
      Description: z.string().optional(),
      Precedence: z.int().min(0).optional(),
    }),
    async (pool, { GroupName, Description, Precedence }) => {
      const group = pool.groups.create({
        name: GroupName,
        description: Description,
        precedence: Precedence,
      });
      return { Group: describeGroup(pool, group) };
    },
  ),
  ListGroups: onPool(OfPool.extend(Page), async (pool, { Limit, NextToken }) =>
    groupPage(pool, pool.groups.list(), Limit, NextToken),
  ),
  AdminListGroupsForUser: onPool(OfUser.extend(Page), async (pool, { Username, Limit, NextToken }) =>
    groupPage(pool, pool.groups.of(pool.users.get(Username).username), Limit, NextToken),
  ),
  ListUsersInGroup: onPool(
    OfPool.extend({ GroupName: name, ...Page }),
    async (pool, { GroupName, Limit, NextToken }) => {
      const members = pool.groups.members(GroupName).map((username) => pool.users.get(username));
      const { items, next } = paged(members.map(describeUser), Limit, NextToken);
      return { Users: items, ...(next !== undefined && { NextToken: next }) };
    },
  ),
  AdminAddUserToGroup: onPool(OfMember, async (pool, { Username, GroupName }) => {
    pool.groups.add(GroupName, pool.users.get(Username).username);
    return {};
  }),
  AdminRemoveUserFromGroup: onPool(OfMember, async (pool, { Username, GroupName }) => {
    pool.groups.remove(GroupName, pool.users.get(Username).username);
    return {};
  }),
};

function describeGroup({ definition }: UserPool, group: Group): JsonObject {
  return {
    GroupName: group.name,
    UserPoolId: definition.id,
    ...(group.description !== undefined && { Description: group.description }),
    ...(group.precedence !== undefined && { Precedence: group.precedence }),
    CreationDate: group.created / 1000,
    LastModifiedDate: group.modified / 1000,
  };
}

function groupPage(pool: UserPool, groups: readonly Group[], limit?: number, token?: string): JsonObject {
  const { items, next } = paged(groups, limit, token);
  const described = items.map((group) => describeGroup(pool, group));
  return { Groups: described, ...(next !== undefined && { NextToken: next }) };
}
