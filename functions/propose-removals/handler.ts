import * as z from 'zod/mini';
import { retentionOf } from '../../domain/case/retention.ts';
import { toInstant } from '../../domain/time.ts';
import { commandCase, listCases, readCase } from '../../store/cases.ts';
import { listCalls } from '../../store/rounds.ts';
import { settingsTable } from '../settings.ts';
import { orderOf, step } from '../step.ts';

const table = settingsTable();

/**
 * The job that looks once a month for cases whose retention has ended, or for which the date until which they were kept has passed, and
 * proposes to remove their data. A person confirms each. A case for which it is too early refuses, and is asked again next time.
 */
export const handler = step(z.object({}), async () => {
  const now = toInstant(Date.now());
  let proposed = 0;
  for (const callId of await listCalls(table)) {
    for (const { caseId } of await listCases(table, callId)) {
      const { state } = await readCase(table, caseId);
      const retention = retentionOf(state);
      if (!retention || retention.until > now || state.removal?.confirmed) continue;
      const once = state.removal?.keepUntil ?? retention.until;
      const order = orderOf('propose-removals', once);
      const outcome = await commandCase(table, caseId, { type: 'propose-removal' }, order);
      if (outcome.kind === 'done') proposed++;
    }
  }
  return { proposed };
});
