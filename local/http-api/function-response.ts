import * as z from 'zod';
import type { Json } from '../service.ts';
import type { Answer } from './answer.ts';

/** What may stand on a header line at all (RFC 9110, 5.1 and 5.5). */
const fieldName = z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/);
const fieldValue = z
  .union([z.string(), z.number(), z.boolean()])
  .transform(String)
  .pipe(z.string().regex(/^[\t\x20-\x7e\x80-\xff]*$/));

const ResponseFormat = z.object({
  statusCode: z.int().min(200).max(599),
  headers: z.record(fieldName, fieldValue).nullish(),
  cookies: z.array(fieldValue).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** Headers that describe this connection or are computed from the body; a function cannot set them. */
const gatewaysOwn = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']);

/**
 * The function's output as payload format 2.0 reads it: with a `statusCode` it is the response; anything else
 * that is JSON is the body of a 200 with `content-type: application/json`. Undefined if it has a `statusCode`
 * but not the format, which the gateway answers as an internal server error.
 *
 * "Create AWS Lambda proxy integrations for HTTP APIs in API Gateway", "Lambda function response for format
 * 2.0":
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function functionResponse(output: Json): Answer | undefined {
  if (typeof output !== 'object' || output === null || !('statusCode' in output)) {
    const body = typeof output === 'string' ? output : JSON.stringify(output);
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  }
  const { success, data } = ResponseFormat.safeParse(output);
  if (!success) return undefined;
  const headers: Record<string, string | readonly string[]> = { 'content-type': 'text/plain; charset=utf-8' };
  for (const [name, value] of Object.entries(data.headers ?? {})) {
    const lower = name.toLowerCase();
    if (!gatewaysOwn.has(lower)) headers[lower] = value;
  }
  if (data.cookies?.length) headers['set-cookie'] = data.cookies;
  const body = data.body ?? '';
  return {
    status: data.statusCode,
    headers,
    body: data.isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
}
