import * as z from 'zod';
import { physicalName } from '../assembly/physical-name.ts';
import { Refused } from '../assembly/properties.ts';
import { readProperties } from '../assembly/read-properties.ts';
import type { Declared, Place, ResourceKind } from '../service.ts';
import type { AddedHeader, Behavior, Origin, ViewerRequest } from './definition.ts';
import type { Distributions } from './distributions.ts';
import { HeadersConfig, headersOf } from './policies.ts';
import { checkedFunction } from './viewer-function.ts';

/** What a distribution refers to, by what their `Ref` or `FunctionARN` gives. */
interface Parts {
  readonly functions: Map<string, (request: ViewerRequest) => string>;
  readonly headers: Map<string, readonly AddedHeader[]>;
}

/**
 * How the local cloud makes a content network.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/AWS_CloudFront.html
 */
export function cloudFrontKinds(distributions: Distributions, place: Place): ResourceKind[] {
  const parts: Parts = { functions: new Map(), headers: new Map() };
  return [
    functionKind(parts, place),
    headersPolicyKind(parts, place),
    originAccessControlKind,
    distributionKind(distributions, parts, place),
  ];
}

const EdgeFunction = z.object({
  FunctionCode: z.string(),
  AutoPublish: z.literal(true, 'a function that is not published serves nobody'),
  FunctionConfig: z.strictObject({ Comment: z.string(), Runtime: z.literal('cloudfront-js-2.0') }),
});

function functionKind({ functions }: Parts, place: Place): ResourceKind {
  const arnOf = (resource: Declared) => `arn:aws:cloudfront::${place.account}:function/${named(resource)}`;
  return {
    type: 'AWS::CloudFront::Function',
    supported: Object.keys(EdgeFunction.shape),
    ignored: { Name: 'a label; the ARN is made of stack and logical id' },
    ref: arnOf,
    attributes: (resource) => ({ FunctionARN: arnOf(resource) }),
    create(resource) {
      const { FunctionCode } = readProperties(EdgeFunction, resource);
      functions.set(arnOf(resource), checkedFunction(resource.logicalId, FunctionCode));
    },
  };
}

const HeadersPolicy = z.object({ ResponseHeadersPolicyConfig: HeadersConfig });

function headersPolicyKind({ headers }: Parts, place: Place): ResourceKind {
  return {
    type: 'AWS::CloudFront::ResponseHeadersPolicy',
    supported: Object.keys(HeadersPolicy.shape),
    ignored: {},
    ref: named,
    attributes: (resource) => ({ Id: named(resource) }),
    create(resource) {
      const { ResponseHeadersPolicyConfig } = readProperties(HeadersPolicy, resource);
      headers.set(named(resource), headersOf(ResponseHeadersPolicyConfig, place));
    },
  };
}

const AccessControl = z.object({
  OriginAccessControlConfig: z.strictObject({
    Name: z.string(),
    OriginAccessControlOriginType: z.literal('s3'),
    SigningBehavior: z.literal('always'),
    SigningProtocol: z.literal('sigv4'),
  }),
});

const originAccessControlKind: ResourceKind = {
  type: 'AWS::CloudFront::OriginAccessControl',
  supported: Object.keys(AccessControl.shape),
  ignored: {},
  ref: named,
  attributes: (resource) => ({ Id: named(resource) }),
  create(resource) {
    readProperties(AccessControl, resource);
  },
};

/** Of the caching policies nothing shows here, where nothing is cached; of what is sent on to the API, everything is. */
const BehaviorConfig = z.strictObject({
  PathPattern: z.string().optional(),
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  CachePolicyId: z.string(),
  OriginRequestPolicyId: z.string().optional(),
  ResponseHeadersPolicyId: z.string().optional(),
  Compress: z.boolean().default(false),
  ViewerProtocolPolicy: z.enum(['redirect-to-https', 'https-only', 'allow-all']),
  FunctionAssociations: z
    .array(z.strictObject({ EventType: z.literal('viewer-request'), FunctionARN: z.string() }))
    .max(1)
    .default([]),
});

const OriginConfig = z.strictObject({
  Id: z.string(),
  DomainName: z.string(),
  OriginAccessControlId: z.string().optional(),
  S3OriginConfig: z.strictObject({ OriginAccessIdentity: z.literal('') }).optional(),
  CustomOriginConfig: z
    .strictObject({ OriginProtocolPolicy: z.literal('https-only'), OriginSSLProtocols: z.array(z.string()) })
    .optional(),
});

const Distribution = z.object({
  DistributionConfig: z.strictObject({
    Aliases: z.array(z.string()).default([]),
    CacheBehaviors: z.array(BehaviorConfig).default([]),
    Comment: z.string().optional(),
    DefaultCacheBehavior: BehaviorConfig,
    Enabled: z.literal(true),
    HttpVersion: z.string().optional(),
    IPV6Enabled: z.boolean().optional(),
    Origins: z.array(OriginConfig).min(1),
    PriceClass: z.string().optional(),
    ViewerCertificate: z.looseObject({}).optional(),
  }),
});

function distributionKind(distributions: Distributions, parts: Parts, place: Place): ResourceKind {
  const arnOf = (resource: Declared) =>
    `arn:aws:cloudfront::${place.account}:distribution/${named(resource)}`;
  return {
    type: 'AWS::CloudFront::Distribution',
    supported: Object.keys(Distribution.shape),
    ignored: { Tags: 'nothing is billed or searched by tag here' },
    ref: named,
    attributes: (resource) => ({
      Id: named(resource),
      DomainName: `localhost:${new URL(place.origin).port}`,
    }),
    create(resource) {
      const { DistributionConfig: config } = readProperties(Distribution, resource);
      distributions.put({
        id: named(resource),
        arn: arnOf(resource),
        origins: new Map(config.Origins.map((origin) => [origin.Id, originOf(origin)])),
        behaviors: [...config.CacheBehaviors, config.DefaultCacheBehavior].map((behavior) =>
          behaviorOf(behavior, parts),
        ),
      });
    },
  };
}

function originOf({ DomainName, OriginAccessControlId }: z.output<typeof OriginConfig>): Origin {
  const bucket = /^(.+)\.s3\.localhost(:\d+)?$/.exec(DomainName)?.[1];
  if (bucket !== undefined && OriginAccessControlId !== undefined) return { kind: 'bucket', bucket };
  const apiId = /^([^.]+)\.execute-api\./.exec(DomainName)?.[1];
  if (apiId !== undefined) return { kind: 'api', apiId };
  throw new Refused(`the origin ${DomainName} is neither a bucket with access control nor an HTTP API`);
}

function behaviorOf(config: z.output<typeof BehaviorConfig>, { functions, headers }: Parts): Behavior {
  const [association] = config.FunctionAssociations;
  return {
    matches: pathPattern(config.PathPattern ?? '*'),
    originId: config.TargetOriginId,
    methods: config.AllowedMethods,
    compress: config.Compress,
    rewrite: association && functions.get(association.FunctionARN),
    headers: headers.get(config.ResponseHeadersPolicyId ?? '') ?? [],
  };
}

/** "Path pattern": `*` is any number of characters, `?` is one; the slash at the start may be left out. */
function pathPattern(pattern: string): (path: string) => boolean {
  const source = pattern
    .replace(/^\//, '')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^/${source}$`);
  return (path) => expression.test(path);
}

function named(resource: Declared): string {
  return physicalName(resource, 40);
}
