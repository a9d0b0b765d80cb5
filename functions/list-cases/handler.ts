import * as z from 'zod/mini';
import { callId } from '../../contract/fields.ts';
import { type CaseListing, listCases, readCase } from '../../store/cases.ts';
import { keepDocument } from '../../store/files.ts';
import { arrivingVersions } from '../arriving.ts';
import { settingsBucket, settingsTable } from '../settings.ts';
import { step } from '../step.ts';

const table = settingsTable();
const bucket = settingsBucket();

/**
 * Keeps the list of a call's registered cases, for the workflow to run, and says how many submissions have all their
 * bytes in the bucket but have not come through the intake yet: none of them may be left out.
 */
export const handler = step(z.object({ callId }), async ({ callId: id }) => {
  const listings = await listCases(table, id);
  const arriving = await Promise.all(listings.map(arrivingOf));
  const cases = listings
    .filter(({ number }) => number !== undefined)
    .map(({ caseId }) => ({ caseId, callId: id }));
  const { key } = await keepDocument(bucket, `rounds/${id}/cases`, cases);
  return { list: key, cases: cases.length, arriving: arriving.filter((versions) => versions > 0).length };
});

async function arrivingOf({ caseId }: CaseListing): Promise<number> {
  const { state } = await readCase(table, caseId);
  return arrivingVersions(bucket, caseId, state);
}
