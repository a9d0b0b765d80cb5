import type { Application } from '../domain/application/application.ts';
import type { CaseState } from '../domain/case/state.ts';
import { listCases, readCase } from '../store/cases.ts';
import type { Bucket } from '../store/files.ts';
import type { Table } from '../store/table.ts';
import { readAccepted } from './submission.ts';

/** A registered case of a call with the application it is decided on. */
export interface PreparedCase {
  readonly caseId: string;
  readonly state: CaseState;
  readonly application: Application;
}

/** Some cases of a call are not prepared: their workflows stopped and wait for an engineer. */
class CasesNotPrepared extends Error {
  override readonly name = 'CasesNotPrepared';
}

/**
 * All registered cases of a call that were not withdrawn, in the order of their numbers. Throws where one of them is not prepared yet, so that
 * the round is held there, and goes on from there by a redrive when the cause is mended.
 */
export async function readPrepared(
  table: Table,
  bucket: Bucket,
  callId: string,
): Promise<readonly PreparedCase[]> {
  const listings = (await listCases(table, callId)).filter(({ number }) => number !== undefined);
  const all = await Promise.all(
    listings.map(async ({ caseId }) => ({ caseId, ...(await readCase(table, caseId)) })),
  );
  const states = all.filter(({ state }) => state.stage !== 'withdrawn');
  const unprepared = states.filter(({ state }) => state.stage !== 'evaluated' && state.stage !== 'concluded');
  if (unprepared.length > 0) {
    throw new CasesNotPrepared(unprepared.map(({ state }) => `${state.number} (${state.stage})`).join(', '));
  }
  return Promise.all(
    states.map(async ({ caseId, state }) => {
      if (!state.current) throw new Error(`case ${caseId} has no version`);
      return {
        caseId,
        state,
        application: await readAccepted(bucket, { caseId, version: state.current.version }),
      };
    }),
  );
}
