import type { AnswerOf } from '../../contract/client.ts';
import { useRounds } from './official.ts';

export type HandledCall = AnswerOf<'GET /rounds'>['rounds'][number];

type Relation = HandledCall['relations'][number];

/** What the reader is in a call; nothing until it is known, so that no button is shown that would be refused. */
export function useRelations(callId: string): ReadonlySet<Relation> {
  const { data } = useRounds();
  return new Set(data?.rounds.find((round) => round.callId === callId)?.relations);
}
