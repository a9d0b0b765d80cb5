import { escapeHtml } from '../html.ts';
import type { JsonObject } from '../service.ts';
import type { Ask } from './ask.ts';
import { drawMachine } from './graph.ts';
import {
  consolePage,
  folded,
  instant,
  json,
  link,
  listIn,
  nameIn,
  pathTo,
  statusMark,
  table,
} from './pages.ts';
import { progressByState } from './progress.ts';

const statuses = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;

/** The newest of an execution's events that its page lists. */
const shownEvents = 500;

/** Every state machine with how many of its executions there are by status, a thousand of each at most counted. */
export async function machinesPage(ask: Ask): Promise<string> {
  const machines = listIn(await ask('states', 'ListStateMachines', {}), 'stateMachines');
  const rows = await Promise.all(
    machines.map(async ({ stateMachineArn = '', name = '' }) => {
      const counts = await Promise.all(
        statuses.map(async (statusFilter) => {
          const answer = await ask('states', 'ListExecutions', {
            stateMachineArn,
            statusFilter,
            maxResults: 1000,
          });
          const count = `${listIn(answer, 'executions').length}${answer.nextToken === undefined ? '' : '+'}`;
          return count === '0'
            ? ''
            : link(pathTo('machine', { arn: String(stateMachineArn), status: statusFilter }), count);
        }),
      );
      return [link(pathTo('machine', { arn: String(stateMachineArn) }), String(name)), ...counts];
    }),
  );
  const heads = statuses.map((status) => status.toLowerCase().replaceAll('_', ' '));
  return consolePage('Workflows', table(['State machine', ...heads], rows));
}

/** The executions of a state machine, or of a map run, the newest first; those of one status where it is asked for. */
export async function executionsPage(ask: Ask, query: URLSearchParams): Promise<string> {
  const arn = query.get('arn') ?? '';
  const status = query.get('status');
  const token = query.get('next');
  const answer = await ask('states', 'ListExecutions', {
    ...(arn.includes(':mapRun:') ? { mapRunArn: arn } : { stateMachineArn: arn }),
    ...(status && { statusFilter: status }),
    ...(token && { nextToken: token }),
    maxResults: 100,
  });
  const rows = listIn(answer, 'executions').map(
    ({ executionArn, name, status: its, startDate, stopDate }) => [
      link(pathTo('execution', { arn: String(executionArn) }), String(name)),
      statusMark(String(its)),
      instant(startDate),
      instant(stopDate),
    ],
  );
  const older =
    typeof answer.nextToken === 'string'
      ? `<p>${link(pathTo('machine', { arn, ...(status && { status }), next: answer.nextToken }), 'Older')}</p>`
      : '';
  const list = table(['Execution', 'Status', 'Started (UTC)', 'Ended (UTC)'], rows);
  const picture = arn.includes(':mapRun:') ? '' : await machinePicture(ask, arn);
  return consolePage(nameIn(arn), picture + list + older);
}

async function machinePicture(ask: Ask, stateMachineArn: string): Promise<string> {
  const { definition } = await ask('states', 'DescribeStateMachine', { stateMachineArn });
  return `<figure>${drawMachine(JSON.parse(String(definition)), new Map())}</figure>`;
}

/** One execution: where it is, what it was given and gave, and what happened, the newest first. */
export async function executionPage(ask: Ask, query: URLSearchParams): Promise<string> {
  const executionArn = query.get('arn') ?? '';
  const execution = await ask('states', 'DescribeExecution', { executionArn });
  const machine = await ask('states', 'DescribeStateMachineForExecution', { executionArn });
  const whole: JsonObject = JSON.parse(String(machine.definition));
  // A child of a distributed Map runs the states inside that Map alone.
  const scope = machine.label === undefined ? whole : (findScope(whole, String(machine.label)) ?? whole);
  const of = String(machine.mapRunArn ?? execution.stateMachineArn);
  const history = await wholeHistory(ask, executionArn);
  const status = String(execution.status);
  const picture = drawMachine(scope, progressByState(history, status));
  const facts = [
    ['Status', statusMark(status)],
    [
      machine.mapRunArn === undefined ? 'State machine' : 'Map run',
      link(pathTo('machine', { arn: of }), nameIn(of)),
    ],
    ['Started (UTC)', instant(execution.startDate)],
    ['Ended (UTC)', instant(execution.stopDate)],
    ...(execution.error === undefined
      ? []
      : [['Error', escapeHtml(`${execution.error}: ${execution.cause ?? ''}`)]]),
    ['Input', json(execution.input)],
    ['Output', json(execution.output)],
  ].map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`);
  const newest = history.slice(-shownEvents).reverse();
  const left = history.length - newest.length;
  const note = left > 0 ? `<p>The first ${left} events are not shown.</p>` : '';
  return consolePage(
    nameIn(executionArn),
    `<figure>${picture}</figure><dl>${facts.join('\n')}</dl><h2>History</h2>${table(['#', 'At (UTC)', 'Event', 'State', 'Details'], newest.map(eventRow))}${note}`,
  );
}

async function wholeHistory(ask: Ask, executionArn: string): Promise<JsonObject[]> {
  const events: JsonObject[] = [];
  let page: JsonObject = {};
  do {
    const { nextToken } = page;
    page = await ask('states', 'GetExecutionHistory', {
      executionArn,
      maxResults: 1000,
      ...(nextToken !== undefined && { nextToken }),
    });
    events.push(...listIn(page, 'events'));
  } while (page.nextToken !== undefined);
  return events;
}

/** The states inside the Map with this label, which is its name where it has no other. */
function findScope(definition: JsonObject, mapName: string): JsonObject | undefined {
  for (const [name, state] of Object.entries((definition.States ?? {}) as Record<string, JsonObject>)) {
    const inside = [state.ItemProcessor, ...((state.Branches ?? []) as JsonObject[])].filter(
      (scope): scope is JsonObject => scope !== undefined,
    );
    if ((name === mapName || state.Label === mapName) && inside[0]) return inside[0];
    for (const scope of inside) {
      const found = findScope(scope, mapName);
      if (found) return found;
    }
  }
  return undefined;
}

function eventRow(event: JsonObject): string[] {
  const [details] = Object.entries(event).flatMap(([name, value]) =>
    name.endsWith('Details') ? [value as JsonObject] : [],
  );
  const { name, mapRunArn } = details ?? {};
  const children =
    typeof mapRunArn === 'string' ? `${link(pathTo('machine', { arn: mapRunArn }), 'Its executions')} ` : '';
  return [
    String(event.id),
    instant(event.timestamp),
    escapeHtml(String(event.type)),
    escapeHtml(String(name ?? '')),
    children + (details === undefined ? '' : folded('show', details)),
  ];
}
