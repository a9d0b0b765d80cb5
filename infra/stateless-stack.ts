import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Api } from './api.ts';
import { ClosingSchedule } from './closing-schedule.ts';
import { DeliveryNotes } from './delivery-notes.ts';
import { AnslagFunction, type FunctionNeeds, pascalCase } from './function.ts';
import { IntakeTrigger } from './intake-trigger.ts';
import { LastResort } from './last-resort.ts';
import { Portal } from './portal.ts';
import { RemovalSchedule } from './removal-schedule.ts';
import { RoundRights } from './round-rights.ts';
import type { StatefulStack } from './stateful-stack.ts';
import { Workflow } from './workflow.ts';

interface StatelessProps extends StackProps {
  readonly stateful: StatefulStack;
  readonly portalAddress: string;
  readonly portalCertificate: string;
}

/** The steps of the workflows and what each of them needs. */
const steps: Readonly<Record<string, FunctionNeeds>> = {
  'verify-files': { table: 'read', reads: ['applications'] },
  'check-content': { table: 'read', reads: ['applications'] },
  'register-case': { table: 'write', reads: ['applications'], resumes: ['case'] },
  'reject-submission': { table: 'write' },
  'send-mail': { table: 'write', lists: true, mail: true },
  'screen-case': { table: 'write', lists: true, reads: ['applications'] },
  'request-completion': { table: 'write' },
  'follow-completion': { table: 'write', reads: ['applications'], resumes: ['case'] },
  'remove-data': {
    table: 'write',
    reads: ['rounds'],
    removes: ['applications', 'letters', 'rounds'],
    archive: 'remove',
    seconds: 300,
  },
  'end-waiting': { table: 'write', resumes: ['case'] },
  'open-task': { table: 'write', resumes: ['case', 'round'], starts: ['notice'] },
  'assign-evaluators': { table: 'write' },
  'replace-evaluator': { table: 'write' },
  'combine-scores': { table: 'write' },
  'note-overdue': { table: 'write' },
  'close-call': { table: 'write' },
  'list-cases': { table: 'read', lists: true, reads: ['applications', 'rounds'], puts: ['rounds'] },
  'propose-allocation': {
    table: 'write',
    lists: true,
    reads: ['applications'],
    puts: ['rounds'],
    memoryMegabytes: 1769,
    seconds: 60,
  },
  'draft-decisions': {
    table: 'write',
    lists: true,
    reads: ['applications', 'rounds'],
    puts: ['rounds'],
    letters: true,
    memoryMegabytes: 1769,
    seconds: 600,
  },
  'sign-batch': { table: 'write', signs: true },
  'record-decision': { table: 'write', reads: ['rounds'] },
  'render-letter': {
    table: 'write',
    puts: ['letters'],
    archive: 'put',
    letters: true,
    memoryMegabytes: 1769,
    seconds: 60,
  },
  'write-rectification': {
    table: 'write',
    puts: ['letters'],
    archive: 'put',
    letters: true,
    signs: true,
    memoryMegabytes: 1769,
    seconds: 60,
  },
  'publish-results': { table: 'write', lists: true, puts: ['rounds'], seconds: 120 },
};

/** What can be made again at any time: functions, workflows, rules, the API and the portal. */
export class StatelessStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { stateful, portalAddress, portalCertificate, ...props }: StatelessProps,
  ) {
    super(scope, id, props);
    const make = (name: string, needs: FunctionNeeds) =>
      new AnslagFunction(this, name, { ...needs, stateful, portalAddress });
    const functions = Object.fromEntries(
      Object.entries(steps).map(([name, needs]) => [pascalCase(name), make(name, needs)]),
    );

    const intake = new Workflow(this, 'intake', { functions });
    const preparation = new Workflow(this, 'case', { functions });
    const decision = new Workflow(this, 'decision', { functions });
    const notice = new Workflow(this, 'notice', { functions });
    const change = new Workflow(this, 'change', { functions });
    const round = new Workflow(this, 'round', {
      functions,
      substitutions: {
        Bucket: stateful.bucket.bucketName,
        CaseMachine: preparation.machine.stateMachineArn,
        DecisionMachine: decision.machine.stateMachineArn,
      },
    });
    new RoundRights(this, 'RoundRights', {
      round: round.machine,
      children: [preparation.machine, decision.machine],
      bucket: stateful.bucket,
    });

    const deadLetters = new IntakeTrigger(this, 'IntakeTrigger', {
      bucket: stateful.bucket,
      intake: intake.machine,
    }).deadLetters;
    const closing = new ClosingSchedule(this, 'ClosingSchedule', { round: round.machine });
    const machines = [intake, preparation, round, decision, notice, change].map(({ machine }) => machine);
    const recordFailure = make('record-failure', { table: 'write' });
    new DeliveryNotes(this, 'DeliveryNotes', {
      configuration: stateful.mail.configuration,
      noteDelivery: make('note-delivery', { table: 'write' }),
      deadLetters,
    });
    const proposeRemovals = make('propose-removals', { table: 'write', lists: true, seconds: 900 });
    new RemovalSchedule(this, 'RemovalSchedule', { proposeRemovals, deadLetters });
    new LastResort(this, 'LastResort', { machines, recordFailure, deadLetters });

    const servePublic = make('serve-public', {
      table: 'read',
      lists: true,
      putsItems: ['FEEDBACK#*'],
      reads: ['rounds'],
      letters: true,
    });
    const serveApplicants = make('serve-applicants', {
      table: 'write',
      lists: true,
      removesItems: ['DRAFT#*'],
      reads: ['applications', 'drafts', 'letters'],
      puts: ['applications', 'drafts'],
      hides: ['drafts'],
      resumes: ['case'],
      starts: ['notice', 'change'],
    });
    const serveOfficials = make('serve-officials', {
      table: 'write',
      lists: true,
      reads: ['applications', 'rounds', 'letters'],
      puts: ['rounds'],
      resumes: ['case', 'round'],
      starts: ['notice', 'change'],
      environment: closing.environment,
    });
    closing.grantSet(serveOfficials);
    const api = new Api(this, 'Api', {
      stateful,
      functions: { public: servePublic, applicant: serveApplicants, official: serveOfficials },
    });

    new Portal(this, 'Portal', {
      portalAddress,
      certificate: portalCertificate,
      stateful,
      apiHost: `${api.id}.execute-api.${this.region}.${this.urlSuffix}`,
    });
    new Alarms(this, 'Alarms', {
      machines,
      deadLetters,
      api: {
        'serve-public': servePublic,
        'serve-applicants': serveApplicants,
        'serve-officials': serveOfficials,
      },
    });
    new CfnOutput(this, 'ApiAddress', { value: api.address });
  }
}
