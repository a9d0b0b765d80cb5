import * as z from 'zod/mini';
import { call } from './call.ts';

/**
 * The form of a call's file as JSON Schema (draft 2020-12), for editors to check and complete while somebody writes. It
 * holds each field by itself; how fields must agree with one another only `npm run call -- check` knows.
 */
export function callJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(call, { io: 'input' });
  return { $schema, title: 'A grant call', ...schema };
}
