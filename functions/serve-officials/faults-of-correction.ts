import { call as schema } from '../../contract/call.ts';
import { read } from '../../contract/faults.ts';
import type { Call } from '../../domain/call/call.ts';
import { type Correction, corrected, isCorrectable, textAt } from '../../domain/call/correction.ts';
import type { Fault } from '../../domain/fault.ts';

/** What a call would have wrong with it after a correction; places that cannot be corrected are the log's to refuse. */
export function faultsOfCorrection(call: Call, corrections: readonly Correction[]): readonly Fault[] {
  const possible = corrections.filter(
    ({ place }) => isCorrectable(place) && textAt(call, place) !== undefined,
  );
  const reading = read(schema, corrected(call, possible));
  return 'faults' in reading ? reading.faults : [];
}
