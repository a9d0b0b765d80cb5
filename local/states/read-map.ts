import { createHash } from 'node:crypto';
import { hasForbiddenCharacters } from './arn.ts';
import { Fields } from './fields.ts';
import { limits } from './limits.ts';
import type { Distribution, ItemBatcher, ItemReader, MapState, ResultWriter } from './machine.ts';
import { readRecovery } from './read-recovery.ts';
import { readNext, readResult } from './read-result.ts';
import type { Workflow, WorkflowReader } from './workflow.ts';

const most = Number.MAX_SAFE_INTEGER;

/**
 * Reads a Map state, inline or distributed; the fields of a distributed one are not known on an inline one.
 * "Map workflow state", https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html
 */
export function readMap(name: string, fields: Fields, workflow: Workflow, reader: WorkflowReader): MapState {
  fields.require('ItemProcessor');
  const processor =
    fields.object('ItemProcessor') ??
    new Fields({}, `${fields.location}/ItemProcessor`, '', fields.diagnostics);
  const isDistributed = readMode(processor) === 'DISTRIBUTED';
  processor.string('Comment');
  const inside = reader.workflow(processor);
  processor.end();
  // A distributed Map's executions share nothing with this one, so neither do their variables.
  if (!isDistributed) workflow.inside.push(inside);
  return {
    type: 'Map',
    name,
    startAt: inside.startAt,
    items: fields.evaluable('Items'),
    itemSelector: fields.evaluable('ItemSelector'),
    maxConcurrency: fields.evaluableInteger('MaxConcurrency', 0, most),
    distributed: isDistributed ? readDistribution(name, fields) : undefined,
    ...readRecovery(fields, workflow),
    ...readResult(fields, ['result'], workflow),
    next: readNext(fields),
  };
}

function readMode(processor: Fields): 'INLINE' | 'DISTRIBUTED' {
  const config = processor.object('ProcessorConfig');
  const mode = config?.oneOf('Mode', ['INLINE', 'DISTRIBUTED']) ?? 'INLINE';
  if (config && mode === 'DISTRIBUTED') {
    config.require('ExecutionType');
    const type = config.oneOf('ExecutionType', ['STANDARD', 'EXPRESS']);
    if (type === 'EXPRESS') config.refuse('Only STANDARD executions are supported here', 'ExecutionType');
  }
  config?.end();
  return mode;
}

function readDistribution(name: string, fields: Fields): Distribution {
  const label = fields.string('Label');
  if (label !== undefined && (label.length > 40 || hasForbiddenCharacters(label))) {
    fields.refuse('A label has at most 40 characters, none of them special', 'Label');
  }
  if (fields.has('ItemReader') && fields.has('Items'))
    fields.refuse("'Items' cannot stand beside 'ItemReader'");
  return {
    label: label ?? createHash('sha256').update(name).digest('hex').slice(0, 32),
    reader: readItemReader(fields.object('ItemReader')),
    batcher: readBatcher(fields.object('ItemBatcher')),
    writer: readWriter(fields.object('ResultWriter')),
    toleratedFailureCount: fields.evaluableInteger('ToleratedFailureCount', 0, most),
    toleratedFailurePercentage: fields.evaluableOf(
      'ToleratedFailurePercentage',
      'a number from 0 to 100',
      (value): value is number => typeof value === 'number' && value >= 0 && value <= 100,
    ),
  };
}

/** JSON and JSON Lines files and the list of a bucket's objects; CSV, Parquet and manifests are refused. */
function readItemReader(fields: Fields | undefined): ItemReader | undefined {
  if (!fields) return undefined;
  fields.require('Resource', 'Arguments');
  const resource = fields.oneOf('Resource', [
    'arn:aws:states:::s3:getObject',
    'arn:aws:states:::s3:listObjectsV2',
  ]);
  const config = fields.object('ReaderConfig');
  const lists = resource === 'arn:aws:states:::s3:listObjectsV2';
  const type = lists ? undefined : config?.oneOf('InputType', ['JSON', 'JSONL']);
  if (!lists) (config ?? fields).require(config ? 'InputType' : 'ReaderConfig');
  const itemsPointer = type === 'JSON' ? config?.string('ItemsPointer') : undefined;
  if (itemsPointer !== undefined && !itemsPointer.startsWith('/')) {
    config?.refuse('Expected a JSON pointer', 'ItemsPointer');
  }
  const reader: ItemReader = {
    reads: lists ? 'objects' : (type ?? 'JSON'),
    arguments: fields.evaluableObject('Arguments') ?? nothing,
    maxItems: config?.evaluableInteger('MaxItems', 1, 100_000_000),
    itemsPointer,
  };
  config?.end();
  fields.end();
  return reader;
}

function readBatcher(fields: Fields | undefined): ItemBatcher | undefined {
  if (!fields) return undefined;
  const batcher = {
    maxItems: fields.evaluableInteger('MaxItemsPerBatch', 1, most),
    maxBytes: fields.evaluableInteger('MaxInputBytesPerBatch', 1, limits.payload),
    batchInput: fields.evaluable('BatchInput'),
  };
  if (!fields.has('MaxItemsPerBatch') && !fields.has('MaxInputBytesPerBatch')) {
    fields.refuse("At least one of 'MaxItemsPerBatch' and 'MaxInputBytesPerBatch' is required");
  }
  fields.end();
  return batcher;
}

/**
 * "ResultWriter (Map)", https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html:
 * exporting keeps the executions' metadata unless told otherwise; a state's own result is only their output.
 */
function readWriter(fields: Fields | undefined): ResultWriter | undefined {
  if (!fields) return undefined;
  const exports = fields.oneOf('Resource', ['arn:aws:states:::s3:putObject']) !== undefined;
  const destination = fields.evaluableObject('Arguments');
  if (exports !== fields.has('Arguments')) fields.refuse("'Resource' and 'Arguments' belong together");
  const config = fields.object('WriterConfig');
  if (!exports && !config) fields.require('WriterConfig');
  const writer = {
    arguments: destination,
    transformation:
      config?.oneOf('Transformation', ['NONE', 'COMPACT', 'FLATTEN']) ?? (exports ? 'NONE' : 'COMPACT'),
    outputType: config?.oneOf('OutputType', ['JSON', 'JSONL']) ?? 'JSON',
  };
  config?.end();
  fields.end();
  return writer;
}

/** Stands for arguments that were refused; a definition with a refusal never runs. */
const nothing = { evaluate: () => Promise.resolve({}) };
