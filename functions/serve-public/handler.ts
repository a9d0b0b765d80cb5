import { feedbackRequest } from '../../contract/feedback.ts';
import { municipalityQuery } from '../../contract/listing.ts';
import { openDataSchemas } from '../../contract/open-data.ts';
import { openApiDocument } from '../../contract/openapi.ts';
import type { RouteKeyOf } from '../../contract/routes.ts';
import { announcementOf } from '../../domain/call/announcement.ts';
import type { Results } from '../../domain/round/results.ts';
import type { RoundState } from '../../domain/round/state.ts';
import { readDocument } from '../../store/files.ts';
import { listCalls, readRound } from '../../store/rounds.ts';
import { resultsAsCsv } from '../../texts/results-csv.ts';
import { resultsPage } from '../../texts/results-page.ts';
import { notFound } from '../answer.ts';
import { type Operation, openApi, querying, reading, writing } from '../api.ts';
import { setting, settingsBucket, settingsTable } from '../settings.ts';
import { listMunicipalities } from './list-municipalities.ts';
import { takeFeedback } from './take-feedback.ts';
import { verifyLetter } from './verify-letter.ts';

const table = settingsTable();
const bucket = settingsBucket();

/** What anybody may know: the calls, their rules, and the results of those that are decided. */
const operations: Readonly<Record<RouteKeyOf<'public'>, Operation>> = {
  'GET /calls': reading(async () => {
    const rounds = await Promise.all((await listCalls(table)).map((id) => readRound(table, id)));
    return { status: 200, document: { calls: rounds.flatMap(({ state }) => publicCall(state) ?? []) } };
  }),

  'GET /calls/{callId}': reading(async ({ path }) => {
    const { state } = await readRound(table, path.callId ?? '');
    const found = publicCall(state);
    return found ? { status: 200, document: found } : notFound;
  }),

  'GET /calls/{callId}/results': reading(async ({ path }) => {
    const results = await publishedResults(path.callId);
    return results ? { status: 200, document: results } : notFound;
  }),

  'GET /calls/{callId}/results.csv': reading(async ({ path }) => {
    const results = await publishedResults(path.callId);
    const type = 'text/csv; charset=utf-8; header=present';
    return results ? { status: 200, text: resultsAsCsv(results), type } : notFound;
  }),

  'GET /calls/{callId}/results.html': reading(async ({ path, language }) => {
    const results = await publishedResults(path.callId);
    const type = 'text/html; charset=utf-8';
    return results ? { status: 200, text: resultsPage(results, language), type } : notFound;
  }),

  'GET /calls/{callId}/announcement': reading(async ({ path }) => {
    const { published } = (await readRound(table, path.callId ?? '')).state;
    if (!published) return notFound;
    const address = `${setting('PORTAL_ADDRESS')}/calls/${published.call.id}`;
    return { status: 200, document: announcementOf(published.call, published, address) };
  }),

  'GET /schemas/{schema}': reading(async ({ path }) => {
    const schema = openDataSchemas[path.schema ?? ''];
    return schema ? { status: 200, document: schema } : notFound;
  }),

  'GET /municipalities': querying(municipalityQuery, async ({ body }) => listMunicipalities(body)),

  'POST /feedback': writing(feedbackRequest, ({ body, language }) => takeFeedback(table, body, language)),

  'GET /openapi.json': reading(async () => ({
    status: 200,
    document: openApiDocument(),
    maxAgeSeconds: 3600,
  })),

  'GET /letters/{digest}': reading(async ({ path }) => {
    const verification = await verifyLetter({ table, bucket }, path.digest ?? '');
    return verification ? { status: 200, document: verification } : notFound;
  }),
};

export const handler = openApi(operations);

async function publishedResults(callId = ''): Promise<Results | undefined> {
  const { results } = (await readRound(table, callId)).state;
  return results && readDocument<Results>(bucket, results);
}

/** A published call without the people who handle it; the seed of the draw only as its digest. */
function publicCall({ published, stage }: RoundState) {
  if (!published) return undefined;
  const { call, opensAt, closesAt, seedCommitment } = published;
  return { ...call, opensAt, closesAt, seedCommitment, stage };
}
