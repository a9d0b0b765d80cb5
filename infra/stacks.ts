import type { App } from 'aws-cdk-lib';
import { acceptRisks } from './accepted-risks.ts';
import { StatefulStack } from './stateful-stack.ts';
import { StatelessStack } from './stateless-stack.ts';

/**
 * The two stacks of an Anslag: what must never be lost, and what can be made again at any time. The region is
 * `eu-north-1` unless context `region` says otherwise (the CDK's own default would be us-east-1); context `stage` keeps
 * several apart in one account.
 */
export function makeStacks(app: App): { stateful: StatefulStack; stateless: StatelessStack } {
  const stage = String(app.node.tryGetContext('stage') ?? 'main');
  const env = {
    region: String(app.node.tryGetContext('region') ?? 'eu-north-1'),
    ...(process.env.CDK_DEFAULT_ACCOUNT ? { account: process.env.CDK_DEFAULT_ACCOUNT } : {}),
  };
  const setting = (name: string) => String(app.node.getContext(name));
  const stateful = new StatefulStack(app, `anslag-${stage}-stateful`, {
    env,
    description: 'Anslag: files, event logs, sign-in and mail identity',
    mailDomain: setting('mailDomain'),
    signInPrefix: setting('signInPrefix'),
    portalAddress: setting('portalAddress'),
  });
  const stateless = new StatelessStack(app, `anslag-${stage}-stateless`, {
    env,
    description: 'Anslag: functions, workflows, API and portal',
    stateful,
    portalAddress: setting('portalAddress'),
    portalCertificate: setting('portalCertificate'),
  });
  acceptRisks(stateful, stateless);
  return { stateful, stateless };
}
