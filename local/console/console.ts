import type { ServerResponse } from 'node:http';
import { signedRequestOf } from '../access/canonical-request.ts';
import { escapeHtml } from '../html.ts';
import type { InProcess } from '../s3/in-process.ts';
import type { Handler } from '../server.ts';
import { type JsonOperations, ServiceError } from '../service.ts';
import type { Ask } from './ask.ts';
import { consolePage, link, pathTo, table } from './pages.ts';
import { itemsPage, objectsPage } from './storage-pages.ts';
import { executionPage, executionsPage, machinesPage } from './workflow-pages.ts';

interface Shown {
  readonly operations: Readonly<Record<'states' | 'dynamodb', JsonOperations>>;
  /** S3 as the developer. */
  readonly objects: InProcess;
  readonly logOf: (functionName: string) => string;
  /** The physical ids of all resources of a type, for instance `AWS::S3::Bucket`. */
  readonly namesOf: (type: string) => readonly string[];
}

type Page = (shown: Shown & { readonly ask: Ask }, query: URLSearchParams) => string | Promise<string>;

/**
 * The console below `/_console/`: executions as pictures coloured by state, with their history, inputs and outputs; items of
 * tables, objects of buckets, logs of functions. It only reads.
 */
export function consoleHandler(shown: Shown): Handler {
  const ask: Ask = async (service, operation, input) => {
    const known = shown.operations[service][operation];
    if (!known) throw new Error(`${service} has no operation ${operation}`);
    return known.run(input, { kind: 'developer' });
  };
  return async (request, response) => {
    const { path, query } = signedRequestOf(request);
    if (request.method !== 'GET') return send(response, 405, consolePage('Only GET is answered here', ''));
    const parameters = new URLSearchParams(query);
    const name = path.slice('/_console/'.length);
    try {
      if (name === 'object') return await sendObject(shown.objects, parameters, response);
      const page = pages[name];
      if (!page) return send(response, 404, consolePage('There is no such page', ''));
      send(response, 200, await page({ ...shown, ask }, parameters));
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      send(response, error.status, consolePage(error.code, `<p>${escapeHtml(error.message)}</p>`));
    }
  };
}

const pages: Readonly<Record<string, Page>> = {
  '': ({ ask }) => machinesPage(ask),
  machine: ({ ask }, query) => executionsPage(ask, query),
  execution: ({ ask }, query) => executionPage(ask, query),
  tables: async ({ ask }) => {
    const { TableNames } = await ask('dynamodb', 'ListTables', {});
    return listPage('Tables', 'table', TableNames as string[]);
  },
  table: ({ ask }, query) => itemsPage(ask, query),
  buckets: ({ namesOf }) => listPage('Buckets', 'bucket', namesOf('AWS::S3::Bucket')),
  bucket: ({ objects }, query) => objectsPage(objects, query),
  functions: ({ namesOf }) => listPage('Functions', 'function', namesOf('AWS::Lambda::Function')),
  function: ({ logOf }, query) => logPage(query.get('name') ?? '', logOf),
};

function listPage(title: string, page: string, names: readonly string[]): string {
  return consolePage(
    title,
    table(
      ['Name'],
      names.map((name) => [link(pathTo(page, { name }), name)]),
    ),
  );
}

/** What a function wrote: the end of it, which is what one looks for. */
function logPage(name: string, logOf: (name: string) => string): string {
  const log = logOf(name);
  const end = log.slice(-200_000);
  const all = link(`/_local/logs/${encodeURIComponent(name)}`, 'All of it as text');
  return consolePage(name, `<p>${all}</p><pre>${escapeHtml(end) || 'It has written nothing.'}</pre>`);
}

/** An object as what it says it is, which a browser shows or saves; it may not run anything here. */
async function sendObject(
  objects: InProcess,
  query: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  const key = query.get('key') ?? '';
  const body = await objects.getObject(query.get('name') ?? '', key);
  response.writeHead(200, {
    ...headers,
    'content-type': types[key.slice(key.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
  });
  response.end(body);
}

const types: Readonly<Record<string, string>> = {
  json: 'application/json',
  pdf: 'application/pdf',
  csv: 'text/plain; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/** What is shown was written by others: nothing of it may run a script or load anything. */
const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

function send(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, { ...headers, 'content-type': 'text/html; charset=utf-8' });
  response.end(page);
}
