import { Validator } from '@seriousme/openapi-schema-validator';
import { openApiDocument } from '../../contract/openapi.ts';
import type { Described } from '../../contract/operations/described.ts';
import { operations } from '../../contract/operations.ts';
import { routes } from '../../contract/routes.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, object>>;
  readonly requestBody?: object;
  readonly security: readonly Readonly<Record<string, unknown>>[];
}
const { paths, ...document } = openApiDocument() as {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

test('is an OpenAPI 3.1 document', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone({ ...document, paths }));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  expect(document.openapi).toMatch(/^3\.1\./);
});

test('tells every route of the contract, and no other', () => {
  const told = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(told.sort()).toEqual(Object.keys(routes).sort());
});

test('names each operation once, and each parameter of its path', () => {
  const all = Object.entries(paths).flatMap(([path, item]) =>
    Object.values(item).map((operation) => ({ path, ...operation })),
  );
  expect(new Set(all.map(({ operationId }) => operationId)).size).toBe(all.length);
  for (const { path, parameters } of all) {
    const named = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
    expect(named).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  }
});

test('says of every route that needs it that one must be signed in, and how', () => {
  for (const [key, audience] of Object.entries(routes)) {
    const [method = '', path = ''] = key.split(' ');
    const operation = paths[path]?.[method.toLowerCase()];
    expect(operation?.security).toEqual(audience === 'public' ? [] : [{ [audience]: [] }]);
  }
});

test('gives a body to whatever changes something with one, and a refusal to everything', () => {
  for (const [key, described] of Object.entries(operations) as [string, Described][]) {
    const [method = '', path = ''] = key.split(' ');
    const operation = paths[path]?.[method.toLowerCase()];
    expect([key, operation?.requestBody !== undefined]).toEqual([key, described.request !== undefined]);
    expect(Object.keys(operation?.responses ?? {})).toContain('default');
    expect([key, described.answer === undefined]).toEqual([key, described.media !== undefined]);
  }
});
