import { copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { aFunction, aLambda } from './a-lambda.ts';

/** "Invoking Lambda functions" and "Building Lambda functions with Node.js", AWS Lambda Developer Guide. */

let cloud: ReturnType<typeof aLambda>;
beforeEach(() => {
  cloud = aLambda();
});
afterEach(async () => {
  await cloud.close();
  cloud.remove();
});

function define(source: string, settings: Parameters<typeof aFunction>[2] = {}) {
  cloud.lambda.define(aFunction(cloud.directory, source, settings));
}

async function invoke(payload: unknown = {}) {
  const invoked = await cloud.lambda.invoke('fn', JSON.stringify(payload));
  return { ...invoked, answer: JSON.parse(invoked.payload) };
}

describe('a function', () => {
  test('answers with what its handler resolves to, undefined as null', async () => {
    define('export const handler = async (event) => event.n === 1 ? { got: event } : undefined');
    expect((await invoke({ n: 1 })).answer).toEqual({ got: { n: 1 } });
    expect((await invoke({ n: 2 })).payload).toBe('null');
  });

  test('keeps its module warm and serves one invocation at a time in an environment', async () => {
    define(`
      let served = 0, running = 0;
      export const handler = async () => {
        running++;
        await new Promise((resolve) => setTimeout(resolve, 5));
        return { served: ++served, running: running-- };
      }`);
    const first = await Promise.all(Array.from({ length: 9 }, () => invoke()));
    expect(first.every(({ answer }) => answer.running === 1)).toBe(true);
    expect((await invoke()).answer.served).toBeGreaterThan(1);
  });

  test('has the environment Lambda defines, its own variables, and nothing of the cloud’s process', async () => {
    process.env.OF_THE_CLOUD = 'secret';
    define('export const handler = async () => process.env', { variables: { TABLE: 'cases' } });
    const { answer } = await invoke();
    delete process.env.OF_THE_CLOUD;
    expect(answer).toMatchObject({
      TABLE: 'cases',
      AWS_REGION: 'eu-north-1',
      AWS_LAMBDA_FUNCTION_NAME: 'fn',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      AWS_ACCESS_KEY_ID: expect.stringMatching(/^ASIA/),
      AWS_SESSION_TOKEN: expect.any(String),
      _X_AMZN_TRACE_ID: expect.stringMatching(
        /^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$/,
      ),
    });
    expect(answer).not.toHaveProperty('OF_THE_CLOUD');
  });

  test('gets the context object', async () => {
    define(
      'export const handler = async (event, context) => ({ ...context, left: context.getRemainingTimeInMillis() })',
      { timeout: 2 },
    );
    cloud.lambda.defineQualifier('fn', '1', '1');
    cloud.lambda.defineQualifier('fn', 'live', '1');
    const invoked = await cloud.lambda.invoke(
      'arn:aws:lambda:eu-north-1:000000000000:function:fn:live',
      '{}',
    );
    const context = JSON.parse(invoked.payload);
    expect(invoked.executedVersion).toBe('1');
    expect(context).toMatchObject({
      functionName: 'fn',
      functionVersion: '1',
      invokedFunctionArn: 'arn:aws:lambda:eu-north-1:000000000000:function:fn:live',
      memoryLimitInMB: '128',
      awsRequestId: invoked.requestId,
      logGroupName: '/aws/lambda/fn',
    });
    expect(context.left).toBeGreaterThan(0);
    expect(context.left).toBeLessThanOrEqual(2000);
  });

  test('sees the cloud’s time in Date, while its timeout is real time', async () => {
    define(`
      export const handler = async () => {
        const before = Date.now();
        await new Promise((resolve) => setTimeout(resolve, 30));
        return { year: new Date().getUTCFullYear(), passed: Date.now() - before };
      }`);
    await cloud.clock.turnTo(Date.UTC(2044, 5, 1));
    const { answer } = await invoke();
    expect(answer.year).toBe(2044);
    expect(answer.passed).toBeLessThan(1000);
    await cloud.clock.turnTo(Date.UTC(2050, 5, 1));
    expect((await invoke()).answer.year).toBe(2050);
  });

  test('is frozen between invocations: what it did not await goes on only with the next one', async () => {
    define(`
      let turns = 0;
      const turn = () => { if (++turns < 100) setImmediate(turn) };
      export const handler = async () => { if (turns === 0) turn(); return turns }`);
    await invoke();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await invoke()).answer).toBeLessThan(100);
  });

  test('begins anew when others have been idle for less long, so that memory is bounded', async () => {
    const counts = 'let served = 0; export const handler = async () => ++served';
    const names = Array.from({ length: 18 }, (_, n) => `fn${n}`);
    for (const name of names) cloud.lambda.define({ ...aFunction(cloud.directory, counts), name });
    const servedBy = async (name: string) => Number((await cloud.lambda.invoke(name, '{}')).payload);
    for (const name of names) expect(await servedBy(name)).toBe(1);
    expect(await servedBy('fn17')).toBe(2);
    expect(await servedBy('fn0')).toBe(1);
  });

  test('writes its output to its log, whose tail an invocation can return', async () => {
    define("export const handler = async () => { console.log('one line'); console.error('a fault'); return 1 }");
    const { requestId, logTail } = await invoke();
    expect(cloud.lambda.logOf('fn')).toMatch(
      new RegExp(
        `START RequestId: ${requestId} .*\\none line\\na fault\\nEND RequestId: ${requestId}\\nREPORT`,
      ),
    );
    expect(Buffer.from(logTail, 'base64').toString()).toContain('one line');
  });
});

describe('a failure is answered as Lambda answers it', () => {
  test('a thrown error with its type, message and trace', async () => {
    define('export const handler = async () => { throw new RangeError("too many") }');
    expect(await invoke()).toMatchObject({
      functionError: 'Unhandled',
      answer: { errorType: 'RangeError', errorMessage: 'too many', trace: expect.arrayContaining([]) },
    });
  });

  test('a thrown thing that is no error by its kind', async () => {
    define('export const handler = async () => { throw "words" }');
    expect((await invoke()).answer).toEqual({ errorType: 'string', errorMessage: 'words', trace: [] });
  });

  test('a busy loop is stopped at the timeout, and the next invocation starts anew', async () => {
    define('let n = 0; export const handler = async (event) => { n++; while (event.busy); return n }', {
      timeout: 1,
    });
    await invoke();
    const { answer, functionError, requestId } = await invoke({ busy: true });
    expect(functionError).toBe('Unhandled');
    expect(answer).toEqual({
      errorType: 'Sandbox.Timedout',
      errorMessage: `RequestId: ${requestId} Error: Task timed out after 1.00 seconds`,
    });
    expect((await invoke()).answer).toBe(1);
  });

  test('process.exit ends the environment', async () => {
    define('export const handler = async ({ code }) => process.exit(code)');
    expect((await invoke({ code: 3 })).answer).toMatchObject({
      errorType: 'Runtime.ExitError',
      errorMessage: expect.stringContaining('Error: Runtime exited with error: exit status 3'),
    });
    expect((await invoke({ code: 0 })).answer.errorMessage).toContain(
      'Runtime exited without providing a reason',
    );
  });

  test('an unhandled rejection and an uncaught exception fail the invocation they happen in', async () => {
    define(`export const handler = async ({ kind }) => {
      if (kind === 'rejection') Promise.reject(new Error('nobody cares'));
      else setTimeout(() => { throw new TypeError('out of nowhere') }, 0);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }`);
    expect((await invoke({ kind: 'rejection' })).answer).toMatchObject({
      errorType: 'Runtime.UnhandledPromiseRejection',
      errorMessage: 'Error: nobody cares',
    });
    expect((await invoke({ kind: 'exception' })).answer).toMatchObject({ errorType: 'TypeError' });
  });

  test('a promise that nothing will settle', async () => {
    define('export const handler = () => new Promise(() => {})', { timeout: 5 });
    expect((await invoke()).answer.errorType).toBe('Runtime.NodeJsExit');
  });

  test('more memory than the function has', async () => {
    define(
      'export const handler = async () => { const all = []; for (;;) all.push(new Array(1e6).fill(0.5)) }',
      {
        timeout: 15,
      },
    );
    expect((await invoke()).answer.errorMessage).toContain('signal: killed');
  });

  test('an answer that is no JSON, or over 6 MB', async () => {
    define('export const handler = async ({ big }) => big ? "x".repeat(6 * 1024 * 1024) : 1n');
    expect((await invoke({ big: false })).answer.errorType).toBe('Runtime.JSONStringifyError');
    expect((await invoke({ big: true })).answer.errorType).toBe('Function.ResponseSizeTooLarge');
  });

  test.each([
    ['an error while loading', 'throw new Error("at init")', 'Error'],
    ['a syntax error', 'export const handler = async () => {', 'Runtime.UserCodeSyntaxError'],
    ['a missing handler', 'export const other = 1', 'Runtime.HandlerNotFound'],
    [
      'a callback handler, which Node.js 24 no longer has',
      'export const handler = (event, context, callback) => callback()',
      'Runtime.CallbackHandlerDeprecated',
    ],
    [
      'a package that is not in the bundle',
      'import "jsonata"; export const handler = 1',
      'Runtime.ImportModuleError',
    ],
  ])('%s', async (_what, source, type) => {
    define(source);
    expect((await invoke()).answer.errorType).toBe(type);
  });
});

describe('what Lambda refuses', () => {
  test('an unknown function or qualifier', async () => {
    define('export const handler = async () => 1');
    await expect(cloud.lambda.invoke('other', '{}')).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
    await expect(cloud.lambda.invoke('fn:beta', '{}')).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
  });

  test('a payload that is no JSON, over 6 MB, or as an event over 256 KB', async () => {
    define('export const handler = async () => 1');
    const large = JSON.stringify('x'.repeat(300 * 1024));
    const code = (code: string) => expect.objectContaining({ code });
    await expect(cloud.lambda.invoke('fn', '{')).rejects.toEqual(code('InvalidRequestContentException'));
    await expect(cloud.lambda.invoke('fn', large)).resolves.toMatchObject({ payload: '1' });
    await expect(cloud.lambda.invoke('fn', large, { invocationType: 'Event' })).rejects.toEqual(
      code('RequestTooLargeException'),
    );
    await expect(cloud.lambda.invoke('fn', JSON.stringify('x'.repeat(6 * 1024 * 1024)))).rejects.toEqual(
      code('RequestTooLargeException'),
    );
  });

  test('more at once than the reserved concurrency', async () => {
    define('export const handler = async () => new Promise((resolve) => setTimeout(resolve, 100, 1))', {
      reservedConcurrency: 1,
    });
    const first = invoke();
    await expect(invoke()).rejects.toMatchObject({ code: 'TooManyRequestsException', status: 429 });
    await expect(first).resolves.toMatchObject({ payload: '1' });
  });
});

test.each(['index.js', 'index.cjs'])('%s may be CommonJS, whatever project is around it', async (file) => {
  define('exports.handler = async () => typeof require', { file });
  expect((await invoke()).answer).toBe('function');
});

test('a native addon in the bundle loads in several environments at once', async () => {
  const fn = aFunction(
    cloud.directory,
    `import { createRequire } from 'node:module';
     const addon = createRequire(import.meta.url)('./addon.node');
     export const handler = async () => {
       await new Promise((resolve) => setTimeout(resolve, 20));
       return { loaded: typeof addon.NodeCompiler };
     }`,
  );
  const require = createRequire(import.meta.url);
  const compiler = require.resolve('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu');
  copyFileSync(compiler, join(fn.taskRoot, 'addon.node'));
  cloud.lambda.define(fn);
  const answers = (await Promise.all([invoke(), invoke(), invoke()])).map(({ answer }) => answer);
  expect(answers.map(({ loaded }) => loaded)).toEqual(['function', 'function', 'function']);
});
