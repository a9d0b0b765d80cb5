import { randomUUID } from 'node:crypto';
import type { ApiClient } from './api-client.ts';

/** A case as it is shown to whoever says whether anything bars them from it. */
export interface ConsideredCase {
  readonly caseId: string;
  readonly businessId?: string;
  readonly isConsidered: boolean;
}

/**
 * Goes through the cases of a call that an official has not considered before, as must be done before any can be opened.
 *
 * @param groundFor what bars the official from a case, if anything does
 */
export async function declareTies(
  client: ApiClient,
  callId: string,
  groundFor: (considered: ConsideredCase) => string | undefined = () => undefined,
): Promise<void> {
  const { cases } = await client.get<{ cases: readonly ConsideredCase[] }>(`/calls/${callId}/ties`);
  const waiting = cases.filter(({ isConsidered }) => !isConsidered);
  if (waiting.length === 0) return;
  const ties = waiting.flatMap((one) => {
    const ground = groundFor(one);
    return ground === undefined ? [] : [{ caseId: one.caseId, ground }];
  });
  const considered = waiting.map(({ caseId }) => caseId);
  await client.post(`/calls/${callId}/ties`, { commandId: randomUUID(), considered, ties });
}
