import * as z from 'zod';
import type { Place } from '../service.ts';
import type { AddedHeader } from './definition.ts';

const override = z.literal(true, 'a header that yields to the origin’s is not supported');

/** `ResponseHeadersPolicyConfig` of AWS::CloudFront::ResponseHeadersPolicy, as far as it is supported. */
export const HeadersConfig = z.strictObject({
  Name: z.string(),
  Comment: z.string().optional(),
  SecurityHeadersConfig: z
    .strictObject({
      ContentSecurityPolicy: z
        .strictObject({ ContentSecurityPolicy: z.string(), Override: override })
        .optional(),
      ContentTypeOptions: z.strictObject({ Override: override }).optional(),
      FrameOptions: z
        .strictObject({ FrameOption: z.enum(['DENY', 'SAMEORIGIN']), Override: override })
        .optional(),
      ReferrerPolicy: z.strictObject({ ReferrerPolicy: z.string(), Override: override }).optional(),
      StrictTransportSecurity: z
        .strictObject({
          AccessControlMaxAgeSec: z.coerce.number(),
          IncludeSubdomains: z.boolean().default(false),
          Preload: z.boolean().default(false),
          Override: override,
        })
        .optional(),
    })
    .default({}),
  CustomHeadersConfig: z
    .strictObject({
      Items: z.array(z.strictObject({ Header: z.string(), Value: z.string(), Override: override })),
    })
    .default({ Items: [] }),
});

/**
 * The headers that a policy adds. The sources that a content security policy names are services of AWS, and those
 * are here at the cloud's own origin.
 *
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html
 */
export function headersOf(config: z.output<typeof HeadersConfig>, { origin }: Place): AddedHeader[] {
  const {
    ContentSecurityPolicy: content,
    ContentTypeOptions: type,
    FrameOptions: frame,
    ReferrerPolicy: referrer,
    StrictTransportSecurity: transport,
  } = config.SecurityHeadersConfig;
  const header = (name: string, value: string | undefined): AddedHeader[] =>
    value === undefined ? [] : [{ name, value }];
  return [
    ...header('content-security-policy', content && localSources(content.ContentSecurityPolicy, origin)),
    ...header('x-content-type-options', type && 'nosniff'),
    ...header('x-frame-options', frame?.FrameOption),
    ...header('referrer-policy', referrer?.ReferrerPolicy),
    ...header('strict-transport-security', transport && transportSecurity(transport)),
    ...config.CustomHeadersConfig.Items.flatMap(({ Header, Value }) => header(Header.toLowerCase(), Value)),
  ];
}

function localSources(policy: string, origin: string): string {
  return policy
    .split(';')
    .map((directive) => [...new Set(directive.replace(/https:\/\/[^\s;]+/g, origin).split(' '))].join(' '))
    .join(';');
}

function transportSecurity(config: {
  AccessControlMaxAgeSec: number;
  IncludeSubdomains: boolean;
  Preload: boolean;
}): string {
  const { AccessControlMaxAgeSec, IncludeSubdomains, Preload } = config;
  return [
    `max-age=${AccessControlMaxAgeSec}`,
    ...(IncludeSubdomains ? ['includeSubDomains'] : []),
    ...(Preload ? ['preload'] : []),
  ].join('; ');
}
