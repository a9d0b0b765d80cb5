import * as z from 'zod/mini';
import { callId } from '../../contract/fields.ts';
import { toInstant } from '../../domain/time.ts';
import { uploadSeconds } from '../../store/files.ts';
import { commandRound } from '../../store/rounds.ts';
import { settingsTable } from '../settings.ts';
import { accepted, orderOf, step } from '../step.ts';

const table = settingsTable();

/** Closes a call at its time, and says when the last upload address given before expires. */
export const handler = step(z.object({ callId }), async ({ callId: id }) => {
  const { state } = accepted(
    await commandRound(table, id, { type: 'close-call' }, orderOf('close-call', 'once')),
  );
  const closesAt = Date.parse(state.published?.closesAt ?? '');
  return { lastUpload: toInstant(closesAt + uploadSeconds * 1000) };
});
