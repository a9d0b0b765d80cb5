import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AssemblyError, type Problem } from './assembly/problem.ts';
import { isObject } from './assembly/properties.ts';
import type { Stack, Template } from './assembly/template.ts';

/** A synthesized CDK app: what `cdk synth` leaves in `cdk.out`. */
export interface Assembly {
  /** Each after those it depends on. */
  readonly stacks: readonly Stack[];
  readonly account: string;
  readonly region: string;
  /** The file or folder of an asset, by the bucket and key that the template names; an Error where there is none. */
  assetPath(bucket: string, key: string): string;
}

/** Where a stack without an environment of its own goes. */
const somewhere = { account: '000000000000', region: 'eu-north-1' };

/**
 * Reads an assembly. All stacks must be for one account and region; stages, which are assemblies of their own, are
 * given by themselves.
 *
 * https://docs.aws.amazon.com/cdk/v2/guide/deploy.html, cloud assemblies
 */
export function readAssembly(directory: string): Assembly {
  const manifest = readJson<Manifest>(join(directory, 'manifest.json'));
  const artifacts = Object.entries(manifest.artifacts ?? {});
  const stacks = inOrder(artifacts.filter(([, { type }]) => type === 'aws:cloudformation:stack'));
  const nested = artifacts.filter(([, { type }]) => type === 'cdk:cloud-assembly');
  if (nested.length > 0) {
    const folders = nested.map(([id, { properties }]) => join(directory, properties?.directoryName ?? id));
    throw new AssemblyError([{ message: `The app has stages; run one of ${folders.join(', ')}` }]);
  }
  const environment = environmentOf(stacks);
  const assets = assetsOf(directory, stacks, environment);
  return {
    ...environment,
    stacks: stacks.map(([id, artifact]) => ({
      name: artifact.properties?.stackName ?? id,
      template: readJson<Template>(join(directory, artifact.properties?.templateFile ?? '')),
      constructs: constructsOf(directory, artifact),
    })),
    assetPath(bucket, key) {
      const path = assets.get(`${bucket}/${key}`);
      if (path === undefined) throw new Error(`The assembly has no asset ${bucket}/${key}`);
      return path;
    },
  };
}

interface Manifest {
  readonly artifacts?: Readonly<Record<string, Artifact>>;
}

interface Artifact {
  readonly type: string;
  /** `aws://<account>/<region>` */
  readonly environment?: string;
  readonly dependencies?: readonly string[];
  readonly metadata?: ConstructMetadata;
  readonly additionalMetadataFile?: string;
  readonly properties?: {
    readonly templateFile?: string;
    readonly stackName?: string;
    readonly directoryName?: string;
  };
}

/** By the path of a construct. */
type ConstructMetadata = Readonly<
  Record<string, readonly { readonly type: string; readonly data?: unknown }[]>
>;

type Named = readonly [id: string, artifact: Artifact];

function inOrder(stacks: readonly Named[]): Named[] {
  const ordered: Named[] = [];
  const visit = (stack: Named) => {
    if (ordered.includes(stack)) return;
    for (const other of stacks) if (stack[1].dependencies?.includes(other[0])) visit(other);
    ordered.push(stack);
  };
  for (const stack of stacks) visit(stack);
  return ordered;
}

function environmentOf(stacks: readonly Named[]): { account: string; region: string } {
  const environments = stacks.map(([id, { environment }]) => {
    const [, account = '', region = ''] = /^aws:\/\/([^/]*)\/(.*)$/.exec(environment ?? '') ?? [];
    return {
      id,
      account: account.startsWith('unknown') || account === '' ? somewhere.account : account,
      region: region.startsWith('unknown') || region === '' ? somewhere.region : region,
    };
  });
  const [first = { ...somewhere, id: '' }, ...others] = environments;
  const problems: Problem[] = others
    .filter(({ account, region }) => account !== first.account || region !== first.region)
    .map(({ id, account, region }) => ({
      stack: id,
      message: `is for ${account}/${region}, ${first.id} for ${first.account}/${first.region}; the local cloud is one account and region`,
    }));
  if (problems.length > 0) throw new AssemblyError(problems);
  return { account: first.account, region: first.region };
}

function constructsOf(
  directory: string,
  { metadata, additionalMetadataFile }: Artifact,
): Map<string, string> {
  const all =
    additionalMetadataFile === undefined
      ? (metadata ?? {})
      : readJson<ConstructMetadata>(join(directory, additionalMetadataFile));
  return new Map(
    Object.entries(all).flatMap(([path, entries]) =>
      entries
        .filter(({ type }) => type === 'aws:cdk:logicalId')
        .map(({ data }) => [String(data), path.slice(1)] as const),
    ),
  );
}

interface AssetManifest {
  readonly files?: Readonly<
    Record<
      string,
      {
        readonly source: { readonly path?: string };
        readonly destinations: Readonly<Record<string, { bucketName: string; objectKey: string }>>;
      }
    >
  >;
}

/** `<bucket>/<key>` → path, over the asset manifests of all stacks. */
function assetsOf(
  directory: string,
  stacks: readonly Named[],
  environment: { account: string; region: string },
): Map<string, string> {
  const values: Readonly<Record<string, string>> = {
    AccountId: environment.account,
    Region: environment.region,
    Partition: 'aws',
  };
  const located = (text: string) =>
    text.replace(/\$\{AWS::(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  const assets = new Map<string, string>();
  for (const [, { properties }] of stacks) {
    const file = join(
      directory,
      basename(properties?.templateFile ?? '').replace(/\.template\.json$/, '.assets.json'),
    );
    for (const { source, destinations } of Object.values(readJson<AssetManifest>(file, {}).files ?? {})) {
      for (const { bucketName, objectKey } of Object.values(destinations)) {
        if (source.path !== undefined) {
          assets.set(`${located(bucketName)}/${objectKey}`, join(directory, source.path));
        }
      }
    }
  }
  return assets;
}

/** Reads a JSON object; without `otherwise` a missing file is an AssemblyError. */
function readJson<T extends object>(path: string, otherwise?: T): T {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    if (otherwise) return otherwise;
    throw new AssemblyError([{ message: `${path} is not there; synthesize the app first` }]);
  }
  const value: unknown = JSON.parse(content);
  if (!isObject(value as never)) throw new AssemblyError([{ message: `${path} is not a JSON object` }]);
  return value as T;
}
