/** The JSON at an address; posted to it, if there is a body. Throws what was answered where that is no success. */
export async function fetchJson<Document>(url: string, body?: unknown): Promise<Document> {
  return JSON.parse(await fetchText(url, body)) as Document;
}

/** The text at an address, as `fetchJson`. */
export async function fetchText(url: string, body?: unknown): Promise<string> {
  const response = await fetch(url, {
    method: body ? 'POST' : 'GET',
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`);
  return text;
}
