import type { RouteKeyOf } from '../../contract/routes.ts';
import type { RoundState } from '../../domain/round/round.ts';
import { readDocument } from '../../store/files.ts';
import { listCalls, readRound } from '../../store/rounds.ts';
import { api, notFound, type Operation, reading } from '../api.ts';
import { settingsBucket, settingsTable } from '../settings.ts';
import { verifyLetter } from './verify-letter.ts';

const table = settingsTable();
const bucket = settingsBucket();

/** What anybody may know: the calls, their rules, and the results of those that are decided. */
const operations: Readonly<Record<RouteKeyOf<'public'>, Operation>> = {
  'GET /calls': reading(async () => {
    const rounds = await Promise.all((await listCalls(table)).map((id) => readRound(table, id)));
    return { status: 200, document: { calls: rounds.flatMap(({ state }) => announcementOf(state) ?? []) } };
  }),

  'GET /calls/{callId}': reading(async ({ path }) => {
    const { state } = await readRound(table, path.callId ?? '');
    const announcement = announcementOf(state);
    return announcement ? { status: 200, document: announcement } : notFound;
  }),

  'GET /calls/{callId}/results': reading(async ({ path }) => {
    const { state } = await readRound(table, path.callId ?? '');
    if (!state.results) return notFound;
    return { status: 200, document: await readDocument(bucket, state.results) };
  }),

  'GET /letters/{digest}': reading(async ({ path }) => {
    const verification = await verifyLetter({ table, bucket }, path.digest ?? '');
    return verification ? { status: 200, document: verification } : notFound;
  }),
};

export const handler = api(operations);

/** A published call without the people who handle it; the seed of the draw only as its digest. */
function announcementOf({ published, stage }: RoundState) {
  if (!published) return undefined;
  const { call, opensAt, closesAt, seedCommitment } = published;
  return { ...call, opensAt, closesAt, seedCommitment, stage };
}
