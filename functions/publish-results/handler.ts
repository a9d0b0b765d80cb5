import * as z from 'zod/mini';
import { callId } from '../../contract/fields.ts';
import { isSettled } from '../../domain/mail/ledger.ts';
import { resultsOf } from '../../domain/round/results.ts';
import { listCases, readCase } from '../../store/cases.ts';
import { keepDocument } from '../../store/files.ts';
import { commandRound, requirePublished } from '../../store/rounds.ts';
import { settingsBucket, settingsTable } from '../settings.ts';
import { accepted, orderOf, step } from '../step.ts';

const table = settingsTable();
const bucket = settingsBucket();

/** Some cases of a call are not decided and told: their workflows stopped and wait for an engineer. */
class CasesNotDecided extends Error {
  override readonly name = 'CasesNotDecided';
}

/** Publishes a call's results, once every case that was not withdrawn is decided and its applicant was told. */
export const handler = step(z.object({ callId }), async ({ callId: id }) => {
  const { published } = await requirePublished(table, id);
  const listings = (await listCases(table, id)).filter(({ number }) => number !== undefined);
  const all = await Promise.all(listings.map(async ({ caseId }) => (await readCase(table, caseId)).state));
  const states = all.filter(({ stage }) => stage !== 'withdrawn');
  const undecided = states.filter(
    ({ mails }) => !mails.some((mail) => mail.mail === 'decision' && isSettled(mail)),
  );
  if (undecided.length > 0) throw new CasesNotDecided(undecided.map(({ number }) => number).join(', '));
  const results = await keepDocument(bucket, `rounds/${id}/results`, resultsOf(published.call, states));
  accepted(
    await commandRound(table, id, { type: 'publish-results', results }, orderOf('publish-results', 'once')),
  );
  return {};
});
