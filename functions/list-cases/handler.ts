import * as z from 'zod/mini';
import { applicationFileName } from '../../contract/application.ts';
import { callId } from '../../contract/fields.ts';
import { type CaseListing, listCases, readCase } from '../../store/cases.ts';
import { findFile, keepDocument } from '../../store/files.ts';
import { settingsBucket, settingsTable } from '../settings.ts';
import { step } from '../step.ts';
import { keyOf } from '../submission.ts';

const table = settingsTable();
const bucket = settingsBucket();

/**
 * Keeps the list of a call's registered cases, for the workflow to run, and says how many submissions have all their
 * bytes in the bucket but have not come through the intake yet: none of them may be left out.
 */
export const handler = step(z.object({ callId }), async ({ callId: id }) => {
  const listings = await listCases(table, id);
  const arriving = await Promise.all(listings.map(isArriving));
  const cases = listings
    .filter(({ number }) => number !== undefined)
    .map(({ caseId }) => ({ caseId, callId: id }));
  const { key } = await keepDocument(bucket, `rounds/${id}/cases`, cases);
  return { list: key, cases: cases.length, arriving: arriving.filter(Boolean).length };
});

async function isArriving({ caseId }: CaseListing): Promise<boolean> {
  const { state } = await readCase(table, caseId);
  const awaited = state.versions.filter(({ fate }) => fate === 'awaited');
  const found = await Promise.all(
    awaited.map(({ version }) => findFile(bucket, keyOf(caseId, version, applicationFileName))),
  );
  return found.some(Boolean);
}
