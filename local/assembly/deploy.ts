import type { Assembly } from '../assembly.ts';
import type { Json, Place, ResourceKind } from '../service.ts';
import { withBucketNotifications } from './bucket-notifications.ts';
import { withoutCdkMachinery } from './cdk-machinery.ts';
import { problemsOf } from './check.ts';
import { withConditions } from './conditions.ts';
import { resolveIntrinsics } from './intrinsics.ts';
import { withLocalNames } from './local-names.ts';
import { parameterScope } from './parameters.ts';
import { AssemblyError, type Problem } from './problem.ts';
import { Refused } from './properties.ts';
import { StackDeployment } from './stack-deployment.ts';
import type { Stack } from './template.ts';

/** What a deployment gives to know, by stack. */
export interface Deployment {
  /** Output key → value. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Logical id → physical id. */
  readonly resources: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * Makes every resource of an assembly, each after those it refers to. What the local cloud does not know is found
 * before anything is made; this and whatever a kind refuses is thrown together as one AssemblyError.
 */
export async function deploy(
  assembly: Assembly,
  place: Place,
  kinds: readonly ResourceKind[],
): Promise<Deployment> {
  const byType = new Map(kinds.map((kind) => [kind.type, kind]));
  const problems: Problem[] = [];
  const stacks = withLocalNames(
    assembly.stacks.flatMap((stack) => simplified(stack, place, problems)),
    place,
  );
  problems.push(...stacks.flatMap((stack) => problemsOf(stack, byType)));
  if (problems.length > 0) throw new AssemblyError(problems);

  const exports = new Map<string, Json | undefined>();
  const deployments: StackDeployment[] = [];
  for (const stack of stacks) {
    const deployment = new StackDeployment(stack, place, byType, exports);
    await deployment.run();
    problems.push(...deployment.problems);
    deployments.push(deployment);
  }
  if (problems.length > 0) throw new AssemblyError(problems);
  return {
    outputs: Object.fromEntries(deployments.map(({ name, outputs }) => [name, outputs])),
    resources: Object.fromEntries(deployments.map(({ name, physicalIds }) => [name, physicalIds])),
  };
}

/** The stack as its conditions leave it, without CDK's own machinery. */
function simplified(stack: Stack, place: Place, problems: Problem[]): Stack[] {
  const parameters = parameterScope(stack, place);
  try {
    const chosen = withConditions(stack.template, (value) => resolveIntrinsics(value, parameters));
    return [{ ...stack, template: withoutCdkMachinery(withBucketNotifications(chosen)) }];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    problems.push({ stack: stack.name, message: error.message });
    return [];
  }
}
