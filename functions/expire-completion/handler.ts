import * as z from 'zod/mini';
import { opaqueId } from '../../contract/fields.ts';
import { commandCase } from '../../store/cases.ts';
import { settingsTable } from '../settings.ts';
import { orderOf, step } from '../step.ts';

const table = settingsTable();

/** Notes that the time for completing has passed. An answer that came at the last moment stands instead. */
export const handler = step(z.object({ caseId: opaqueId }), async ({ caseId }) => {
  const outcome = await commandCase(
    table,
    caseId,
    { type: 'expire-completion' },
    orderOf('expire-completion', 'once'),
  );
  return { expired: outcome.kind !== 'refused' };
});
