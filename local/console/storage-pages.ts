import { escapeHtml } from '../html.ts';
import type { InProcess } from '../s3/in-process.ts';
import type { JsonObject } from '../service.ts';
import type { Ask } from './ask.ts';
import { consolePage, folded, instant, link, listIn, pathTo, table } from './pages.ts';

/** How many items or objects one page lists. */
const shown = 200;

/** The items of a table in the order a scan gives them, from where the page before ended. */
export async function itemsPage(ask: Ask, query: URLSearchParams): Promise<string> {
  const TableName = query.get('name') ?? '';
  const from = query.get('from');
  const { Table } = await ask('dynamodb', 'DescribeTable', { TableName });
  const keys = listIn(Table as JsonObject, 'KeySchema').map(({ AttributeName }) => String(AttributeName));
  const answer = await ask('dynamodb', 'Scan', {
    TableName,
    Limit: shown,
    ...(from && { ExclusiveStartKey: JSON.parse(from) }),
  });
  const rows = listIn(answer, 'Items').map((item) => [
    ...keys.map((key) => escapeHtml(String(Object.values((item[key] ?? {}) as JsonObject)[0] ?? ''))),
    folded(Object.keys(item).length === 1 ? '1 attribute' : `${Object.keys(item).length} attributes`, item),
  ]);
  const next = answer.LastEvaluatedKey;
  const more = next
    ? `<p>${link(pathTo('table', { name: TableName, from: JSON.stringify(next) }), 'More')}</p>`
    : '';
  return consolePage(TableName, table([...keys, 'Item'], rows, 'No items.') + more);
}

/** The objects of a bucket under a prefix, by their keys. */
export async function objectsPage(objects: InProcess, query: URLSearchParams): Promise<string> {
  const bucket = query.get('name') ?? '';
  const prefix = query.get('prefix') ?? '';
  const found = await objects.listObjects(bucket, prefix);
  const rows = found
    .slice(0, shown)
    .map(({ Key, Size, LastModified }) => [
      link(pathTo('object', { name: bucket, key: String(Key) }), String(Key)),
      `<span class="number">${Number(Size).toLocaleString('en')}</span>`,
      instant(LastModified),
    ]);
  const form = `<form><input type="hidden" name="name" value="${escapeHtml(bucket)}"><label for="prefix">Prefix</label> <input id="prefix" name="prefix" value="${escapeHtml(prefix)}"> <button>Show</button></form>`;
  const count = `<p>${found.length} objects${found.length > shown ? `, of which the first ${shown} are listed` : ''}.</p>`;
  return consolePage(bucket, form + count + table(['Key', 'Bytes', 'Stored (UTC)'], rows, 'No objects.'));
}
