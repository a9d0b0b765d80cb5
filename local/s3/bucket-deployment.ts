import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import * as z from 'zod';
import { Refused } from '../assembly/properties.ts';
import { readProperties } from '../assembly/read-properties.ts';
import type { ResourceKind } from '../service.ts';
import type { S3 } from './s3.ts';

const Deployment = z
  .object({
    SourceBucketNames: z.array(z.string()),
    SourceObjectKeys: z.array(z.string()),
    SourceMarkers: z.array(z.record(z.string(), z.string())).optional(),
    SourceMarkersConfig: z.array(z.strictObject({ jsonEscape: z.boolean().optional() })).optional(),
    DestinationBucketName: z.string(),
    Prune: z.literal(false, 'files that are no longer in the sources are not removed here').optional(),
  })
  .refine(
    ({ SourceBucketNames, SourceObjectKeys }) => SourceBucketNames.length === SourceObjectKeys.length,
    'SourceBucketNames and SourceObjectKeys go together',
  );

/** CDK's own resource that puts assets into a bucket, as its provider does it; `markers` stand for values of the deployment. */
export function bucketDeploymentKind(
  s3: S3,
  assetPath: (bucket: string, key: string) => string,
): ResourceKind {
  return {
    type: 'Custom::CDKBucketDeployment',
    supported: Object.keys(Deployment.shape),
    ignored: {
      WaitForDistributionInvalidation: 'the local distribution caches nothing',
      DistributionId: 'the local distribution caches nothing',
      DistributionPaths: 'the local distribution caches nothing',
      OutputObjectKeys: 'nobody reads the keys of the sources',
    },
    ref: ({ logicalId }) => logicalId,
    attributes: () => ({}),
    async create(resource) {
      const deployment = readProperties(Deployment, resource);
      const bucket = s3.as({ kind: 'developer' });
      for (const [index, key] of deployment.SourceObjectKeys.entries()) {
        const folder = assetPath(deployment.SourceBucketNames[index] ?? '', key);
        const asJson = deployment.SourceMarkersConfig?.[index]?.jsonEscape ?? false;
        const markers = Object.entries(deployment.SourceMarkers?.[index] ?? {}).map(
          ([marker, value]) => [marker, asJson ? JSON.stringify(value).slice(1, -1) : value] as const,
        );
        for (const { name, body } of filesOf(folder)) {
          const content = markers.length > 0 ? replaced(body, markers) : body;
          await bucket.putObject(deployment.DestinationBucketName, name, content, typeOf(name));
        }
      }
    },
  };
}

function filesOf(folder: string): { name: string; body: Buffer }[] {
  if (!statSync(folder).isDirectory()) {
    throw new Refused(`${basename(folder)} is a file; only folders are deployed into buckets here`);
  }
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: relative(folder, path), body: readFileSync(path) }));
}

function replaced(body: Buffer, markers: readonly (readonly [string, string])[]): Buffer {
  const text = markers.reduce(
    (text, [marker, value]) => text.replaceAll(marker, value),
    body.toString('utf8'),
  );
  return Buffer.from(text);
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.woff2': 'font/woff2',
};

/** The type that the provider guesses from a file's name. */
function typeOf(name: string): string {
  return types[extname(name)] ?? 'application/octet-stream';
}
