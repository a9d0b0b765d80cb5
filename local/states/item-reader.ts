import type { Json, JsonObject } from '../service.ts';
import type { Scope } from './expression.ts';
import { StateFailure } from './failure.ts';
import { isObject } from './fields.ts';
import type { Objects } from './integration.ts';
import type { ItemReader } from './machine.ts';

/**
 * Reads the items of a distributed Map from S3: an array in a JSON file, the lines of a JSON Lines file, or the
 * objects of a bucket. What cannot be read fails the state with `States.ItemReaderFailed`.
 * "ItemReader (Map)", https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
export async function readItems(
  reader: ItemReader,
  scope: Scope,
  roleArn: string,
  objects: Objects,
): Promise<Json[]> {
  const where = await reader.arguments.evaluate(scope);
  const most = await reader.maxItems?.evaluate(scope);
  const items = await read(reader, where, roleArn, objects).catch((error) => {
    throw error instanceof StateFailure
      ? error
      : failed(error instanceof Error ? error.message : String(error));
  });
  return items.slice(0, most);
}

async function read(
  reader: ItemReader,
  where: JsonObject,
  roleArn: string,
  objects: Objects,
): Promise<Json[]> {
  const bucket = text(where, 'Bucket');
  if (reader.reads === 'objects') {
    const prefix = where.Prefix === undefined ? '' : text(where, 'Prefix');
    return [...(await objects.listObjects(roleArn, bucket, prefix))];
  }
  const version = where.VersionId === undefined ? undefined : text(where, 'VersionId');
  const file = (await objects.getObject(roleArn, bucket, text(where, 'Key'), version)).toString();
  if (reader.reads === 'JSONL') return lines(file).map((line) => JSON.parse(line) as Json);
  const items = follow(reader.itemsPointer ?? '', JSON.parse(file) as Json);
  if (Array.isArray(items)) return items;
  throw failed('The file does not hold a JSON array where the items are expected.');
}

function lines(file: string): string[] {
  return file.split(/\r?\n/).filter((line) => line.trim() !== '');
}

/** Follows a JSON pointer (RFC 6901). */
function follow(pointer: string, document: Json): Json | undefined {
  const steps = pointer.split('/').slice(1);
  let at: Json | undefined = document;
  for (const step of steps) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    at = isObject(at) || Array.isArray(at) ? (at as JsonObject)[key] : undefined;
  }
  return at;
}

function text(where: JsonObject, name: string): string {
  const value = where[name];
  if (typeof value === 'string') return value;
  throw failed(`The argument '${name}' has to be a string.`);
}

function failed(cause: string): StateFailure {
  return new StateFailure('States.ItemReaderFailed', cause);
}
