import { readFileSync } from 'node:fs';
import { call as schema } from '../contract/call.ts';
import { readYaml } from '../contract/yaml-file.ts';
import type { Call, Opening } from '../domain/call/call.ts';
import { instantOf } from '../domain/time.ts';

/** The ids of the calls that have a file. */
export const callIds = ['2019-1', '2019-2', '2020', '2021', '2022'] as const;

/** A real call, as its file says. Throws its faults where it has any. */
export function callOf(id: string): Call & Opening {
  const reading = readYaml(schema, readFileSync(`calls/${id}.yaml`, 'utf8'));
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
  const { window } = reading.value;
  return { ...reading.value, opensAt: instantOf(window.opens), closesAt: instantOf(window.closes) };
}
