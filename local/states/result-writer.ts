import type { Json, JsonObject } from '../service.ts';
import type { Execution } from './executions.ts';
import { StateFailure } from './failure.ts';
import type { Objects } from './integration.ts';
import type { ResultWriter } from './machine.ts';
import type { MapRun, Pending } from './map-runs.ts';

/** What became of a map run's items. */
export interface Results {
  readonly run: MapRun;
  readonly children: readonly Execution[];
  /** Never started, because the map run failed first. */
  readonly pending: readonly Pending[];
}

/**
 * The results as the state gives them or a file holds them, in the order of the items. A child that failed is
 * told with its metadata, whatever the transformation.
 * "ResultWriter (Map)", https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
 */
export function transform(
  children: readonly Execution[],
  transformation: ResultWriter['transformation'],
): Json[] {
  return children.flatMap((child): Json[] => {
    if (transformation === 'NONE' || child.output === null) return [describe(child)];
    const output = JSON.parse(child.output) as Json;
    return transformation === 'FLATTEN' && Array.isArray(output) ? output : [output];
  });
}

/**
 * Exports the results to S3, a file for each outcome and a manifest that lists them, and gives the state's
 * result. What cannot be written fails the state with `States.ResultWriterFailed`.
 */
export async function writeResults(
  writer: ResultWriter,
  where: JsonObject,
  { run, children, pending }: Results,
  roleArn: string,
  objects: Objects,
): Promise<JsonObject> {
  const { Bucket: bucket, Prefix: prefix = '' } = where;
  if (typeof bucket !== 'string' || typeof prefix !== 'string') {
    throw new StateFailure('States.ResultWriterFailed', "'Bucket' and 'Prefix' have to be strings.");
  }
  const folder = [prefix.replace(/\/$/, ''), run.arn.slice(run.arn.lastIndexOf(':') + 1)]
    .filter(Boolean)
    .join('/');
  const put = async (key: string, body: string) => {
    const content = Buffer.from(body);
    await objects.putObject(roleArn, bucket, key, content).catch((error) => {
      throw new StateFailure(
        'States.ResultWriterFailed',
        error instanceof Error ? error.message : String(error),
      );
    });
    return { Key: key, Size: content.length };
  };
  const write = async (name: string, results: readonly Json[]) =>
    results.length === 0
      ? []
      : [await put(`${folder}/${name}_0.${extension(writer)}`, format(writer, results))];
  const succeeded = children.filter(({ status }) => status === 'SUCCEEDED');
  const files = {
    FAILED: await write(
      'FAILED',
      transform(
        children.filter((child) => !succeeded.includes(child)),
        'NONE',
      ),
    ),
    PENDING: await write(
      'PENDING',
      pending.map(({ input }) => ({ Input: input, InputDetails: { Included: true } })),
    ),
    SUCCEEDED: await write('SUCCEEDED', transform(succeeded, writer.transformation)),
  };
  const manifest = { DestinationBucket: bucket, MapRunArn: run.arn, ResultFiles: files };
  const { Key } = await put(`${folder}/manifest.json`, JSON.stringify(manifest));
  return { MapRunArn: run.arn, ResultWriterDetails: { Bucket: bucket, Key } };
}

function extension({ outputType }: ResultWriter): string {
  return outputType === 'JSONL' ? 'jsonl' : 'json';
}

function format({ outputType }: ResultWriter, results: readonly Json[]): string {
  return outputType === 'JSONL'
    ? results.map((result) => `${JSON.stringify(result)}\n`).join('')
    : JSON.stringify(results);
}

function describe(child: Execution): JsonObject {
  const { arn, name, input, output, error, cause, started, stopped, machineArn, status } = child;
  return {
    ExecutionArn: arn,
    ...(cause === null ? {} : { Cause: cause }),
    ...(error === null ? {} : { Error: error }),
    Input: input,
    InputDetails: { Included: true },
    Name: name,
    ...(output === null ? {} : { Output: output, OutputDetails: { Included: true } }),
    StartDate: new Date(started).toISOString(),
    StateMachineArn: machineArn,
    Status: status,
    StopDate: stopped === null ? null : new Date(stopped).toISOString(),
  };
}
