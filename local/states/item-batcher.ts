import type { Json, JsonObject } from '../service.ts';
import type { Scope } from './expression.ts';
import { TaskFailure } from './failure.ts';
import { bytes, limits } from './limits.ts';
import type { ItemBatcher } from './machine.ts';
import type { Pending } from './map-runs.ts';
import { payload } from './payload.ts';

/** Inputs of a state's child executions: one item each, or as many as a batch takes. */
export async function batch(
  state: string,
  batcher: ItemBatcher | undefined,
  scope: Scope,
  items: readonly Json[],
): Promise<Pending[]> {
  if (!batcher) return items.map((item, position) => ({ position, input: payload(item, state), items: 1 }));
  const maxItems = (await batcher.maxItems?.evaluate(scope)) ?? Number.POSITIVE_INFINITY;
  const maxBytes = (await batcher.maxBytes?.evaluate(scope)) ?? limits.payload;
  const batchInput = await batcher.batchInput?.evaluate(scope);
  const around: JsonObject = batchInput === undefined ? {} : { BatchInput: batchInput };
  const room = maxBytes - bytes(JSON.stringify({ Items: [], ...around }));
  return fill(items, maxItems, room).map(({ first, texts }) => ({
    position: first,
    input: `${JSON.stringify(around).slice(0, -1)}${batchInput === undefined ? '' : ','}"Items":[${texts.join()}]}`,
    items: texts.length,
  }));
}

/**
 * Puts the items into batches in their order, of at most `maxItems` and, with the commas between them, `room`
 * bytes.
 * "ItemBatcher (Map)", https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html
 */
function fill(items: readonly Json[], maxItems: number, room: number) {
  const batches: { first: number; texts: string[] }[] = [];
  let left = 0;
  for (const [at, item] of items.entries()) {
    const text = JSON.stringify(item);
    const size = bytes(text) + 1;
    if (size - 1 > room) {
      throw new TaskFailure(
        'States.ItemReaderFailed',
        `Item ${at} does not fit into a batch of the allowed size.`,
      );
    }
    const last = batches.at(-1);
    if (last && last.texts.length < maxItems && size <= left) {
      last.texts.push(text);
      left -= size;
    } else {
      batches.push({ first: at, texts: [text] });
      left = room - size + 1;
    }
  }
  return batches;
}
