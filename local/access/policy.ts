import * as z from 'zod';
import { type Json, ServiceError } from '../service.ts';
import { type Complain, type Condition, type RequestContext, readCondition } from './conditions.ts';
import { type Pattern, type Resolve, readPattern, variablesIn } from './pattern.ts';
import {
  type Match,
  type Principal,
  type PrincipalElement,
  principalElement,
  readPrincipals,
} from './principals.ts';

/** Where a policy stands, which decides the elements that it must and must not have. */
export type PolicyKind = 'identity' | 'resource' | 'trust';

/** A policy that has been read whole; nothing in it is beyond what this evaluator understands. */
export interface Policy {
  readonly statements: readonly Statement[];
}

export interface Statement {
  readonly sid: string | undefined;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Patterns;
  readonly resources: Patterns;
  readonly conditions: readonly Condition[];
  /** Whether the statement names the principal; undefined in an identity policy, whose role it is about. */
  readonly names: ((principal: Principal) => Match) | undefined;
  readonly principals: PrincipalElement | undefined;
}

/** What a request asks, as a statement sees it. */
export interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly context: RequestContext;
}

/** `Action` or `NotAction`, `Resource` or `NotResource`. */
export interface Patterns {
  readonly not: boolean;
  readonly patterns: readonly Pattern[];
}

/** Whether a statement is about what is asked, principals apart. */
export function applies(statement: Statement, { action, resource, context }: Asked): boolean {
  const resolve: Resolve = (key) => context.get(key)?.[0];
  return (
    includes(statement.actions, action, resolve) &&
    includes(statement.resources, resource, resolve) &&
    statement.conditions.every((condition) => condition.holds(context, resolve))
  );
}

function includes({ not, patterns }: Patterns, value: string, resolve: Resolve): boolean {
  return patterns.some((pattern) => pattern.matches(value, resolve)) !== not;
}

/**
 * Reads a policy document. What the language does not have, or this evaluator does not know, is refused as
 * MalformedPolicyDocument: unknown elements and operators, elements that the kind of policy cannot have, condition
 * keys under `aws:` that no request here has, and NotPrincipal.
 *
 * "Grammar of the IAM JSON policy language", IAM User Guide, reference_policies_grammar.html
 */
export function readPolicy(document: Json, kind: PolicyKind): Policy {
  const parsed = policyDocument.safeParse(document);
  if (!parsed.success) throw malformed(z.prettifyError(parsed.error));
  const { Version: version, Statement: statements } = parsed.data;
  return {
    statements: statements.map((statement, index) => {
      const complain: Complain = (problem) => {
        throw malformed(`${problem} (statement ${statement.Sid ?? index})`);
      };
      // Version 2008-10-17, which a policy without a version has, knows no variables.
      return readStatement(statement, kind, version === '2012-10-17', complain);
    }),
  };
}

const texts = z.union([z.string(), z.array(z.string())]);
const scalar = z.union([z.string(), z.boolean(), z.number()]);

const statementElement = z.strictObject({
  Sid: z.optional(z.string()),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: z.optional(principalElement),
  Action: z.optional(texts),
  NotAction: z.optional(texts),
  Resource: z.optional(texts),
  NotResource: z.optional(texts),
  Condition: z.optional(z.record(z.string(), z.record(z.string(), z.union([scalar, z.array(scalar)])))),
});

const policyDocument = z.strictObject({
  Version: z.optional(z.enum(['2012-10-17', '2008-10-17'])),
  Id: z.optional(z.string()),
  Statement: z.preprocess((value) => [value].flat(), z.array(statementElement).min(1)),
});

type StatementElement = z.infer<typeof statementElement>;

function readStatement(
  element: StatementElement,
  kind: PolicyKind,
  variables: boolean,
  complain: Complain,
): Statement {
  if (kind === 'identity' && element.Principal !== undefined) complain('an identity policy has no Principal');
  if (kind !== 'identity' && element.Principal === undefined) complain(`a ${kind} policy needs a Principal`);
  const options = { wildcards: true, variables };
  const principals = element.Principal;
  return {
    sid: element.Sid,
    effect: element.Effect,
    actions: readActions(element, complain),
    resources:
      kind === 'trust'
        ? readNoResource(element, complain)
        : either(element.Resource, element.NotResource, 'Resource', complain, (text) => {
            checkVariables(text, variables, complain);
            return readPattern(text, options);
          }),
    conditions: readConditions(element.Condition ?? {}, variables, complain),
    names: principals === undefined ? undefined : readPrincipals(principals, complain),
    principals,
  };
}

function readActions(element: StatementElement, complain: Complain): Patterns {
  return either(element.Action, element.NotAction, 'Action', complain, (text) => {
    if (!/^(\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$/.test(text)) complain(`${text} is not an action`);
    return readPattern(text, { wildcards: true, ignoreCase: true });
  });
}

/** A trust policy is about the role it belongs to. */
function readNoResource({ Resource, NotResource }: StatementElement, complain: Complain): Patterns {
  if (Resource !== undefined || NotResource !== undefined) complain('a trust policy has no Resource');
  return { not: false, patterns: [readPattern('*', { wildcards: true })] };
}

function either(
  positive: string | string[] | undefined,
  negative: string | string[] | undefined,
  name: string,
  complain: Complain,
  read: (text: string) => Pattern,
): Patterns {
  const given = positive ?? negative;
  if (given === undefined || (positive !== undefined && negative !== undefined)) {
    return complain(`a statement has either ${name} or Not${name}`);
  }
  return { not: negative !== undefined, patterns: [given].flat().map(read) };
}

function readConditions(
  block: NonNullable<StatementElement['Condition']>,
  variables: boolean,
  complain: Complain,
): Condition[] {
  return Object.entries(block).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => {
      checkKey(key, complain);
      const wanted = [values].flat().map(String);
      for (const value of wanted) checkVariables(value, variables, complain);
      return readCondition(operator, key, wanted, variables, complain);
    }),
  );
}

function checkVariables(text: string, variables: boolean, complain: Complain): void {
  for (const key of variables ? variablesIn(text) : []) checkKey(key, complain);
}

/** Global keys that requests on the local cloud have; a service adds its own, such as `s3:prefix`. */
const globalKeys = new Set([
  'aws:currenttime',
  'aws:epochtime',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalisawsservice',
  'aws:principalservicename',
  'aws:principaltype',
  'aws:requestedregion',
  'aws:resourceaccount',
  'aws:securetransport',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:viaawsservice',
]);

/** A global key that is never there would make a condition hold, or not, for a reason that AWS does not have. */
function checkKey(key: string, complain: Complain): void {
  const lower = key.toLowerCase();
  if (lower.startsWith('aws:') && !globalKeys.has(lower)) {
    complain(`no request here has the condition key ${key}`);
  }
}

function malformed(problem: string): ServiceError {
  return new ServiceError('MalformedPolicyDocument', problem);
}
