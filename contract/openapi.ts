import * as z from 'zod/mini';
import { explainedFault } from './answers/shared.ts';
import type { Described } from './operations/described.ts';
import { operations } from './operations.ts';
import { type Audience, type RouteKey, routes } from './routes.ts';

/** What a problem document says (RFC 9457). */
export const problem = z.strictObject({
  type: z.string().check(z.regex(/^urn:anslag:[a-z-]+$/)),
  title: z.string(),
  status: z.int(),
  details: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  faults: z.optional(z.array(explainedFault)),
  current: z.optional(z.unknown()),
});

/** The API as an OpenAPI 3.1 document, made of the same schemas that requests are read by. */
export function openApiDocument(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const key of Object.keys(operations) as RouteKey[]) {
    const [method = '', path = ''] = key.split(' ');
    const item = paths[path] ?? {};
    paths[path] = item;
    item[method.toLowerCase()] = operationOf(key, operations[key]);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Anslag',
      version: '1',
      description:
        'Runs state-grant calls. Answers are in the language of Accept-Language: sv, fi or en. The gateway itself answers 401 without a valid token, 404 on unknown routes and 429 above the rate, as application/json with a message.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    tags: Object.entries(audiences).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      securitySchemes: {
        applicant: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: audiences.applicant },
        official: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: audiences.official },
      },
    },
  };
}

const audiences: Readonly<Record<Audience, string>> = {
  public: 'For anybody',
  applicant: 'For people who act for applicants, signed in',
  official: 'For officials of the authority, signed in',
};

function operationOf(key: RouteKey, described: Described): object {
  const { summary, request, query, ofRevision, status = 200 } = described;
  const audience = routes[key];
  return {
    operationId: operationIdOf(key),
    summary,
    tags: [audience],
    security: audience === 'public' ? [] : [{ [audience]: [] }],
    parameters: [...pathParameters(key), ...queryParameters(query), ...(ofRevision ? [ifMatch] : [])],
    ...(request
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(request, 'input') } },
          },
        }
      : {}),
    responses: {
      [status]: { description: summary, content: contentOf(described), ...(ofRevision ? tagged : {}) },
      ...(ofRevision ? refusalsOfRevision : {}),
      default: {
        description: 'A refusal',
        content: problemContent,
      },
    },
  };
}

function contentOf({ answer, media = 'application/json' }: Described): object {
  return { [media]: answer ? { schema: schemaOf(answer, 'output') } : {} };
}

/** `POST /drafts/{draftId}/check` becomes `postDraftsCheck`. */
function operationIdOf(key: string): string {
  const words = key
    .replace(/\{(\w+)\}/g, 'by-$1')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  return words
    .map((word, at) => (at === 0 ? word.toLowerCase() : `${word.charAt(0).toUpperCase()}${word.slice(1)}`))
    .join('');
}

function pathParameters(key: string): object[] {
  return [...key.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: z.ZodMiniType | undefined): object[] {
  if (!query) return [];
  const { properties = {} } = schemaOf(query, 'input') as { properties?: Readonly<Record<string, object>> };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }));
}

const tagged = {
  headers: { ETag: { description: 'The revision that is there now', schema: { type: 'string' } } },
};

const problemContent = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
};

const refusalsOfRevision = {
  412: { description: 'Changed meanwhile; `current` is what is there', content: problemContent, ...tagged },
  428: {
    description: 'The request does not say by If-Match which revision it is about',
    content: problemContent,
  },
};

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The ETag of the revision that the request is about',
  schema: { type: 'string' },
};

/** JSON Schema of draft 2020-12, which is OpenAPI 3.1's own. */
function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
