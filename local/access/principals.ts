import * as z from 'zod';
import type { Complain } from './conditions.ts';

/** Who a request comes from, as policies see it. */
export type Principal =
  | { readonly kind: 'role'; readonly account: string; readonly arn: string; readonly sessionArn: string }
  | { readonly kind: 'service'; readonly name: string }
  | { readonly kind: 'anonymous' };

/**
 * How a Principal element is about a principal: by itself, only through its account (then an Allow does not grant,
 * it lets the account's own policies grant), or not at all.
 */
export type Match = 'itself' | 'account' | 'no';

const names = z.union([z.string(), z.array(z.string())]);

/** The Principal element of a statement. Nobody here is a Federated identity or a CanonicalUser. */
export const principalElement = z.union([
  z.literal('*'),
  z.strictObject({
    AWS: z.optional(names),
    Service: z.optional(names),
    Federated: z.optional(names),
    CanonicalUser: z.optional(names),
  }),
]);

export type PrincipalElement = z.infer<typeof principalElement>;

/**
 * Reads a Principal element.
 *
 * "AWS JSON policy elements: Principal", IAM User Guide, reference_policies_elements_principal.html: `*` is everyone,
 * an account stands for itself only by way of its administrators, wildcards within an ARN are not allowed.
 */
export function readPrincipals(
  element: PrincipalElement,
  complain: Complain,
): (principal: Principal) => Match {
  if (element === '*') return () => 'itself';
  const aws = [element.AWS ?? []].flat();
  const services = [element.Service ?? []].flat();
  if (Object.values(element).flat().length === 0) complain('a Principal names nobody');
  for (const name of aws) {
    if (!/^(\*|\d{12}|arn:aws:(iam|sts)::\d{12}:[^*?]+)$/.test(name)) complain(`${name} is not a principal`);
  }
  const accounts = aws.flatMap((name) => /^(?:arn:aws:iam::)?(\d{12})(?::root)?$/.exec(name)?.[1] ?? []);
  return (principal) => {
    if (principal.kind === 'service') return services.includes(principal.name) ? 'itself' : 'no';
    if (aws.includes('*')) return 'itself';
    if (principal.kind === 'anonymous') return 'no';
    if (aws.includes(principal.arn) || aws.includes(principal.sessionArn)) return 'itself';
    return accounts.includes(principal.account) ? 'account' : 'no';
  };
}

/** Whether the element is about everyone. */
export function isEveryone(element: PrincipalElement | undefined): boolean {
  return element === '*' || (typeof element === 'object' && [element.AWS ?? []].flat().includes('*'));
}
