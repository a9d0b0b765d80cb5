import { createHash, createHmac } from 'node:crypto';

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON. */
  readonly json: Record<string, unknown>;
}

export const developer: Credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/**
 * Sends a request signed with Signature Version 4, for services whose SDK client is no dependency here.
 * "Create a signed AWS API request", IAM User Guide.
 */
export async function sendSigned(
  url: string,
  service: string,
  request: { method?: string; headers?: Record<string, string>; body?: string },
  credentials: Credentials = developer,
  at = new Date(),
): Promise<Sent> {
  const { method = 'POST', body = '' } = request;
  const { host, pathname, searchParams } = new URL(url);
  const date = `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const headers: Record<string, string> = {
    ...request.headers,
    host,
    'x-amz-date': date,
    ...(credentials.sessionToken !== undefined && { 'x-amz-security-token': credentials.sessionToken }),
  };
  const names = Object.keys(headers).sort();
  const scope = `${date.slice(0, 8)}/eu-north-1/${service}/aws4_request`;
  const canonical = [
    method,
    pathname.split('/').map(encodeURIComponent).join('/'),
    [...searchParams]
      .map((pair) => pair.map(encodeURIComponent).join('='))
      .sort()
      .join('&'),
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    sha256(body),
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n');
  const key = scope
    .split('/')
    .reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${credentials.secretAccessKey}`);
  const signature = hmac(key, toSign).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  const response = await fetch(url, {
    method,
    headers: { ...headers, authorization },
    ...(body && { body }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    get json() {
      return JSON.parse(text) as Record<string, unknown>;
    },
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
