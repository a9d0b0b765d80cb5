import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod/mini';
import { opaqueId } from '../../contract/fields.ts';
import { pendingExtension, turnOf } from '../../domain/case/completion.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { taskIdOf } from '../../domain/task/task.ts';
import { secondsUntil, toInstant } from '../../domain/time.ts';
import { commandCase, readCase } from '../../store/cases.ts';
import { closeTask } from '../../store/tasks.ts';
import { arrivingVersions } from '../arriving.ts';
import { askForExtension } from '../ask-officials.ts';
import { settingsBucket, settingsTable } from '../settings.ts';
import { CaseWithdrawn, orderOf, step } from '../step.ts';

const table = settingsTable();
const bucket = settingsBucket();
const workflows = new SFNClient();

/** How long an answer whose bytes are there is given to come through the intake before it is looked for again. */
const intakeSeconds = 600;

/**
 * Says what the workflow is to do about a completion: wait so many seconds, remind the applicant, or go on because it was answered
 * or its time has passed, which is noted. An answer that lies in the bucket is waited for: it may have come in time.
 */
export const handler = step(z.object({ caseId: opaqueId }), async ({ caseId }) => {
  const { state } = await readCase(table, caseId);
  if (state.stage === 'withdrawn') throw new CaseWithdrawn('the applicant withdrew the case');
  const now = toInstant(Date.now());
  const next = turnOf(state, now);
  if (next.turn === 'remind') return { turn: 'remind' };
  if (state.completion && pendingExtension(state.completion)) {
    await askForExtension({ table, workflows }, caseId, state);
  }
  if (next.turn === 'wait') return { turn: 'wait', seconds: secondsUntil(now, next.until) };
  if ((await arrivingVersions(bucket, caseId, state)) > 0) return { turn: 'wait', seconds: intakeSeconds };
  return expire(caseId, state);
});

/** Notes that the time has passed; an answer or a request for more time that came at the last moment stands instead. */
async function expire(caseId: string, { callId = '', completion }: CaseState) {
  const once = completion?.deadline ?? '';
  const command = { type: 'expire-completion' } as const;
  const outcome = await commandCase(table, caseId, command, orderOf('follow-completion', once));
  if (outcome.state.stage === 'withdrawn') throw new CaseWithdrawn('the applicant withdrew the case');
  if (outcome.state.stage === 'completing') return { turn: 'wait', seconds: 1 };
  await closeTask(table, taskIdOf({ kind: 'complete-application', callId, caseId }));
  return { turn: 'over' };
}
