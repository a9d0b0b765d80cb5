import { readdirSync, readFileSync } from 'node:fs';
import validate from 'asl-validator';

interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly TimeoutSeconds?: unknown;
  readonly Retry?: readonly {
    ErrorEquals: readonly string[];
    JitterStrategy?: string;
    MaxAttempts?: number;
  }[];
  readonly Catch?: readonly { ErrorEquals: readonly string[]; Next: string }[];
  readonly ItemProcessor?: { readonly States: Readonly<Record<string, State>> };
}

const files = readdirSync('statemachines').filter((name) => name.endsWith('.asl.json'));
const definitions = files.map(
  (name) => [name, JSON.parse(readFileSync(`statemachines/${name}`, 'utf8'))] as const,
);
const states = definitions.flatMap(([file, definition]) => statesOf(file, definition.States));
const tasks = states.filter(({ state }) => state.Type === 'Task');
const callbacks = tasks.filter(({ state }) => state.Resource?.endsWith('.waitForTaskToken'));

function statesOf(
  file: string,
  named: Readonly<Record<string, State>>,
): { place: string; name: string; state: State }[] {
  return Object.entries(named).flatMap(([name, state]) => [
    { place: `${file}: ${name}`, name, state },
    ...statesOf(file, state.ItemProcessor?.States ?? {}),
  ]);
}

test('there are six workflows', () => {
  expect(files).toEqual([
    'case.asl.json',
    'change.asl.json',
    'decision.asl.json',
    'intake.asl.json',
    'notice.asl.json',
    'round.asl.json',
  ]);
});

test.each(definitions)('%s is valid Amazon States Language in JSONata', (_file, definition) => {
  const result = validate(definition);
  expect(result.errors).toEqual([]);
  expect(definition.QueryLanguage).toBe('JSONata');
  expect(definition.TimeoutSeconds).toBeGreaterThan(0);
});

test.each(states)('$place: a state’s name is a short sentence', ({ name }) => {
  expect(name).toMatch(/^[A-Z][a-z’]*( [a-z’]+)+\??$/);
  expect(name.length).toBeLessThanOrEqual(80);
});

test.each(tasks)('$place: a task has a time, and retries errors it names, with jitter', ({ state }) => {
  expect(state.TimeoutSeconds).toBeDefined();
  expect(state.Retry?.length).toBeGreaterThan(0);
  for (const { ErrorEquals, JitterStrategy } of state.Retry ?? []) {
    expect(JitterStrategy).toBe('FULL');
    expect(ErrorEquals.filter((error) => /^States\.(ALL|TaskFailed)$/.test(error))).toEqual([]);
  }
});

test.each(callbacks)('$place: what waits for a person has a path for when the time passes', ({ state }) => {
  expect(state.Catch?.map(({ ErrorEquals }) => ErrorEquals)).toContainEqual(['States.Timeout']);
});

test('people are asked in seven places', () => {
  expect(callbacks.map(({ name }) => name).sort()).toEqual([
    'Ask a decision maker to approve the drafts',
    'Ask a presenter to approve the plan',
    'Ask a presenter to confirm',
    'Ask a presenter to consider the disagreement',
    'Ask a presenter to revise the drafts',
    'Ask the evaluator to score',
    'Wait for the completion',
  ]);
});

test('every function that a definition names is there', () => {
  const functions = readdirSync('functions', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) =>
      name.replace(/(^|-)([a-z])/g, (_match, _hyphen, letter: string) => letter.toUpperCase()),
    );
  const named = definitions.flatMap(([, definition]) =>
    [...JSON.stringify(definition).matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name),
  );
  const others = ['Bucket', 'CaseMachine', 'DecisionMachine'];
  expect([...new Set(named)].filter((name) => name && ![...functions, ...others].includes(name))).toEqual([]);
});
