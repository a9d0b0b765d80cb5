import { isObject, Refused } from '../assembly/properties.ts';
import type { Json, JsonObject } from '../service.ts';

/** Reads the value at a path of an event; undefined where there is none. */
type PathReader = (event: JsonObject) => Json | undefined;

/**
 * Reads the JSON paths that EventBridge documents: dots, names of letters, digits, `-`, `_` and `/`, array
 * indices and wildcards. A wildcard gives the list of all it reaches; other syntax is `Refused`.
 */
export function readPath(path: string): PathReader {
  const steps = path.replace(/^\$/, '').match(/\.[\w/-]+|\.\*|\[\d+\]|\[\*\]/g) ?? [];
  if (`$${steps.join('')}` !== path) throw new Refused(`${path}: EventBridge has no such JSON path`);
  const many = steps.some((step) => step.includes('*'));
  return (event) => {
    const reached = steps.reduce<Json[]>(
      (values, step) => values.flatMap((value) => take(value, step)),
      [event],
    );
    return many ? reached : reached[0];
  };
}

function take(value: Json, step: string): Json[] {
  if (step.includes('*')) return typeof value === 'object' && value !== null ? Object.values(value) : [];
  const name = step.startsWith('.') ? step.slice(1) : undefined;
  const found =
    name === undefined
      ? Array.isArray(value)
        ? value[Number(step.slice(1, -1))]
        : undefined
      : isObject(value)
        ? value[name]
        : undefined;
  return found === undefined ? [] : [found];
}
