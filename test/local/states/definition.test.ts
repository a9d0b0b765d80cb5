import type { JsonObject } from '../../../local/service.ts';
import { InvalidDefinition, readDefinition } from '../../../local/states/definition.ts';
import { only } from './laboratory.ts';

const pass = { Type: 'Pass', End: true };

/** What is refused in a definition in JSONata, as `place: message`. */
function refusals(definition: JsonObject): string[] {
  try {
    readDefinition(
      JSON.stringify({ QueryLanguage: 'JSONata', ...definition }),
      (key) => key === 'lambda:invoke',
    );
    return [];
  } catch (error) {
    if (!(error instanceof InvalidDefinition)) throw error;
    return error.diagnostics.map(({ location, message }) => `${location}: ${message}`);
  }
}

const refusalsOf = (state: JsonObject) => refusals(only(state));

describe('a definition (Amazon States Language, states-language.net)', () => {
  test('needs a first state and states', () => {
    expect(refusals({})).toEqual(['/: These fields are required: [StartAt, States]']);
  });

  test('that is not JSON is refused as such', () => {
    expect(() => readDefinition('not a definition', () => true)).toThrow(/INVALID_JSON_DESCRIPTION/);
  });

  test('with nothing wrong is read', () => {
    expect(refusals({ Comment: 'says nothing', Version: '1.0', TimeoutSeconds: 60, ...only(pass) })).toEqual(
      [],
    );
  });

  test('in JSONPath is refused, as a whole or in one state', () => {
    const definition = JSON.stringify(only(pass));
    expect(() => readDefinition(definition, () => true)).toThrow(/Only states with QueryLanguage 'JSONata'/);
    expect(refusalsOf({ ...pass, QueryLanguage: 'JSONPath' })).toEqual([
      "/States/Only: Only states with QueryLanguage 'JSONata' are supported here",
    ]);
  });

  test('may say its query language state by state', () => {
    const definition = JSON.stringify(only({ ...pass, QueryLanguage: 'JSONata' }));
    expect(readDefinition(definition, () => true).startAt).toBe('Only');
  });

  test.each(['InputPath', 'OutputPath', 'ResultPath', 'Parameters', 'ResultSelector', 'Result'])(
    'with the JSONPath field %s is refused at that state',
    (field) => {
      expect(refusalsOf({ ...pass, [field]: '$' })).toEqual([
        `/States/Only: The QueryLanguage is set to 'JSONata', but field '${field}' is only supported for the 'JSONPath' QueryLanguage`,
      ]);
    },
  );

  test('with a misspelt field is refused at that state', () => {
    expect(refusalsOf({ ...pass, Outptu: 1 })).toEqual(["/States/Only: Field 'Outptu' is not supported"]);
  });

  test('names what it cannot run: the state and the resource', () => {
    const task = (Resource: string) => ({ Type: 'Task', Resource, End: true });
    expect(refusalsOf(task('arn:aws:states:::sns:publish'))).toEqual([
      "/States/Only/Resource: The resource 'arn:aws:states:::sns:publish' is not supported here",
    ]);
    expect(refusalsOf(task('arn:aws:states:::lambda:invoke.sync'))).toHaveLength(1);
    expect(refusalsOf(task('arn:aws:states:eu-north-1:000000000000:activity:paint'))).toHaveLength(1);
    for (const supported of [
      'arn:aws:states:::lambda:invoke',
      'arn:aws:states:::lambda:invoke.waitForTaskToken',
      'arn:aws:lambda:eu-north-1:000000000000:function:paint',
      'arn:aws:states:::states:startExecution',
      'arn:aws:states:::states:startExecution.sync',
      'arn:aws:states:::states:startExecution.sync:2',
      'arn:aws:states:::states:startExecution.waitForTaskToken',
    ]) {
      expect(refusalsOf(task(supported))).toEqual([]);
    }
  });

  test('leads only to states of the same workflow, all of which can be reached, and to an end', () => {
    const lost = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' }, C: pass } };
    expect(refusals(lost)).toEqual([
      "/States/A/Next: There is no state 'B' here",
      "/States/C: State 'C' is not reachable",
    ]);
    const endless = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'A' } } };
    expect(refusals(endless)).toEqual(['/States: No state ends the workflow']);
  });

  test('uses the name of a state once in the whole machine', () => {
    const branches = [only(pass), only(pass)];
    expect(
      refusals({ StartAt: 'All', States: { All: { Type: 'Parallel', Branches: branches, End: true } } }),
    ).toEqual(["/States/All/Branches[1]/States/Only: State name 'Only' is used more than once"]);
  });

  test.each([
    [{ Type: 'Wait', End: true }, "Exactly one of 'Seconds' and 'Timestamp' is required"],
    [{ Type: 'Wait', Seconds: 1, Timestamp: '2024-01-01T00:00:00Z', End: true }, 'Exactly one'],
    [{ Type: 'Wait', Seconds: -1, End: true }, 'an integer from 0'],
    [{ Type: 'Wait', Timestamp: '2024-01-01', End: true }, 'ISO 8601'],
    [{ Type: 'Pass', Next: 'Only', End: true }, "Exactly one of 'Next' and 'End' is required"],
    [{ Type: 'Choice', Choices: [], Default: 'Only' }, 'Expected at least one rule'],
    [{ Type: 'Parallel', Branches: [], End: true }, 'Expected at least one branch'],
    [{ Type: 'Pass', Assign: { states: 1 }, End: true }, "'states' is not a name for a variable"],
    [{ Type: 'Dance', End: true }, 'Value should be one of'],
    [
      {
        ...{ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true },
        ...{ TimeoutSeconds: 60, HeartbeatSeconds: 60 },
      },
      "Value should be less than 'TimeoutSeconds'",
    ],
  ])('of %j is refused', (state, message) => {
    expect(refusalsOf(state)).toContainEqual(expect.stringContaining(message));
  });
});

describe('retriers and catchers ("Handling errors in Step Functions workflows")', () => {
  const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true };
  const retry = (...Retry: JsonObject[]) => refusalsOf({ ...task, Retry });

  test('take States.ALL alone and last', () => {
    expect(retry({ ErrorEquals: ['States.ALL', 'Other'] })).toHaveLength(1);
    expect(retry({ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['Other'] })).toHaveLength(1);
    expect(retry({ ErrorEquals: ['Other'] }, { ErrorEquals: ['States.ALL'] })).toEqual([]);
  });

  test('have at least one error name, a backoff that does not shrink, and a maximum above the interval', () => {
    expect(retry({ ErrorEquals: [] })).toHaveLength(1);
    expect(retry({ ErrorEquals: ['E'], BackoffRate: 0.5 })).toHaveLength(1);
    expect(retry({ ErrorEquals: ['E'], IntervalSeconds: 10, MaxDelaySeconds: 10 })).toHaveLength(1);
    expect(retry({ ErrorEquals: ['E'], JitterStrategy: 'SOME' })).toHaveLength(1);
  });

  test('belong to Task, Parallel and Map states only', () => {
    expect(refusalsOf({ ...pass, Catch: [] })).toEqual(["/States/Only: Field 'Catch' is not supported"]);
  });
});

describe('expressions are checked when the machine is made ("Transforming data with JSONata")', () => {
  const output = (expression: string) => refusalsOf({ ...pass, Output: { v: `{% ${expression} %}` } });

  test('one that cannot be parsed is refused at its place', () => {
    expect(output('1 +')).toEqual([expect.stringContaining('/States/Only/Output/v: ')]);
  });

  test('there is no context item at the top level', () => {
    expect(output('phone')).toEqual([
      "/States/Only/Output/v: Reference to 'phone' at the top level is not supported.",
    ]);
    expect(output('$')).toHaveLength(1);
    expect(output('*')).toHaveLength(1);
    expect(output('$map($states.input, function($v) { phone })')).toHaveLength(1);
  });

  test('there is one inside a path, a predicate, a sorting or a grouping', () => {
    expect(output('$states.input.items[price > 3 and $.kind = "a"]^(price){kind: $sum(price)}')).toEqual([]);
    expect(output('$states.input.(a + b)')).toEqual([]);
  });

  test('$$ and $eval are not supported', () => {
    expect(output('$states.input[$$.a]')).toHaveLength(1);
    expect(output('$eval("1")')).toEqual([expect.stringContaining("use '$parse'")]);
  });

  test('a result and an error can be read only where there is one', () => {
    expect(output('$states.result')).toHaveLength(1);
    expect(output('$states.errorOutput')).toHaveLength(1);
    const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true };
    expect(
      refusalsOf({ ...task, Output: '{% $states.result %}', Assign: { r: '{% $states.result %}' } }),
    ).toEqual([]);
    expect(refusalsOf({ ...task, Arguments: { Payload: '{% $states.result %}' } })).toHaveLength(1);
    const caught = (expression: string) =>
      refusals({
        StartAt: 'Try',
        States: {
          Try: {
            ...task,
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught', Output: `{% ${expression} %}` }],
          },
          Caught: pass,
        },
      });
    expect(caught('$states.errorOutput.Error')).toEqual([]);
    expect(caught('$states.result')).toHaveLength(1);
  });
});

describe('the scope of variables ("Passing data between states with variables")', () => {
  const assign = (name: string) => ({ ...pass, Assign: { [name]: 1 } });
  const outer = (inner: JsonObject, config: JsonObject = {}) => ({
    StartAt: 'Outer',
    States: {
      Outer: { Type: 'Pass', Assign: { x: 1 }, Next: 'Each' },
      Each: { Type: 'Map', Items: [1], ItemProcessor: { ...config, ...only(inner) }, End: true },
    },
  });

  test('a variable of an outer workflow cannot be assigned in an inner one', () => {
    expect(refusals(outer(assign('x')))).toEqual([
      "/States/Each/ItemProcessor/States/Only/Assign/x: Variable 'x' belongs to an outer scope and cannot be assigned here",
    ]);
    expect(refusals(outer(assign('y')))).toEqual([]);
  });

  test('the executions of a distributed Map have variables of their own', () => {
    const ProcessorConfig = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' };
    expect(refusals(outer(assign('x'), { ProcessorConfig }))).toEqual([]);
  });
});

describe('a Map state ("Map workflow state")', () => {
  const map = (
    more: JsonObject,
    ProcessorConfig: JsonObject = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
  ) =>
    refusals({
      StartAt: 'Each',
      States: {
        Each: { Type: 'Map', ItemProcessor: { ProcessorConfig, ...only(pass) }, End: true, ...more },
      },
    });

  test('knows the fields of distributed ones only when it is distributed', () => {
    expect(map({ Label: 'cases', ToleratedFailureCount: 1 })).toEqual([]);
    expect(map({ Label: 'cases' }, { Mode: 'INLINE' })).toEqual([
      "/States/Each: Field 'Label' is not supported",
    ]);
  });

  test('with Express children, other files than JSON and JSON Lines, or unnamed batches is refused', () => {
    expect(map({}, { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' })).toHaveLength(1);
    const reader = { Resource: 'arn:aws:states:::s3:getObject', Arguments: { Bucket: 'b', Key: 'k' } };
    expect(map({ ItemReader: { ...reader, ReaderConfig: { InputType: 'CSV' } } })).toHaveLength(1);
    expect(map({ ItemReader: { ...reader, ReaderConfig: { InputType: 'JSONL', MaxItems: 5 } } })).toEqual([]);
    expect(map({ ItemBatcher: {} })).toHaveLength(1);
    expect(map({ ResultWriter: {} })).toHaveLength(1);
  });
});
