import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  type IOrigin,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { builtPortal } from './build-portal.ts';
import type { StatefulStack } from './stateful-stack.ts';

interface PortalProps {
  /** `https://` and the name that the distribution answers to. */
  readonly portalAddress: string;
  /** The ARN of a certificate for that name in us-east-1, where CloudFront takes them from. */
  readonly certificate: string;
  readonly stateful: StatefulStack;
  /** The host of the HTTP API. */
  readonly apiHost: string;
}

/** Every address of the portal that is not a file is its one page, which then shows what the address means. */
const toPage = `function handler(event) {
  var request = event.request;
  if (!/\\.[A-Za-z0-9]+$/.test(request.uri)) request.uri = '/index.html';
  return request;
}`;

/** The API knows nothing of the prefix under which the portal reaches it. */
const withoutPrefix = `function handler(event) {
  var request = event.request;
  request.uri = request.uri.slice('/api'.length) || '/';
  return request;
}`;

/**
 * The portal: its files in a private bucket, and in front of them and of the API one distribution, so that a browser
 * sees one origin and nothing has to be allowed across origins but uploads and sign-in.
 */
export class Portal extends Construct {
  constructor(scope: Construct, id: string, { portalAddress, certificate, stateful, apiHost }: PortalProps) {
    super(scope, id);
    const bucket = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // Who may list gets a 404 for a file that is not there, instead of a 403 that looks like a fault of rights.
    const files = S3BucketOrigin.withOriginAccessControl(bucket, {
      originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
    });
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Anslag: the portal and its API',
      domainNames: [new URL(portalAddress).host],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificate),
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultBehavior: {
        ...this.#fromFiles(files, 'Pages', 'no-cache', this.#contentPolicy(stateful)),
        functionAssociations: [
          { function: this.#edge('ToPage', toPage), eventType: FunctionEventType.VIEWER_REQUEST },
        ],
      },
      additionalBehaviors: {
        // Their names hold the hash of their content.
        '/assets/*': this.#fromFiles(
          files,
          'Assets',
          'public, max-age=31536000, immutable',
          "default-src 'none'",
        ),
        '/api/*': {
          origin: new HttpOrigin(apiHost),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          responseHeadersPolicy: this.#headers('Api', "default-src 'none'; frame-ancestors 'none'"),
          functionAssociations: [
            {
              function: this.#edge('WithoutPrefix', withoutPrefix),
              eventType: FunctionEventType.VIEWER_REQUEST,
            },
          ],
        },
      },
    });
    const client = ({ pool, client }: StatefulStack['applicants']) => ({
      issuer: pool.userPoolProviderUrl,
      clientId: client.userPoolClientId,
    });
    new BucketDeployment(this, 'Deployment', {
      sources: [
        Source.asset(builtPortal),
        Source.jsonData('config.json', {
          api: '/api',
          applicants: client(stateful.applicants),
          officials: client(stateful.officials),
        }),
      ],
      destinationBucket: bucket,
      distribution,
      distributionPaths: ['/*'],
      // A page that was opened before a deployment still asks for the files of its own time.
      prune: false,
    });
    new CfnOutput(this, 'Address', {
      value: `https://${distribution.distributionDomainName}`,
    }).overrideLogicalId('PortalAddress');
  }

  #fromFiles(origin: IOrigin, id: string, cacheControl: string, contentPolicy: string): BehaviorOptions {
    return {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
      responseHeadersPolicy: this.#headers(id, contentPolicy, cacheControl),
    };
  }

  /**
   * Nothing from elsewhere. The hash is of the empty style element that the design system's library makes, which then
   * writes its rules through the DOM. Uploads go to the bucket, sign-in to the pools and their pages.
   */
  #contentPolicy({ bucket, applicants, officials }: StatefulStack): string {
    const { region } = Stack.of(this);
    const elsewhere = [
      `https://${bucket.bucketRegionalDomainName}`,
      `https://cognito-idp.${region}.amazonaws.com`,
      applicants.pages.baseUrl(),
      officials.pages.baseUrl(),
    ];
    return [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
      "font-src 'self'",
      "img-src 'self' data:",
      `connect-src 'self' ${elsewhere.join(' ')}`,
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; ');
  }

  #headers(id: string, contentSecurityPolicy: string, cacheControl?: string): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, `${id}Headers`, {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: false,
          override: true,
        },
      },
      ...(cacheControl && {
        customHeadersBehavior: {
          customHeaders: [{ header: 'cache-control', value: cacheControl, override: true }],
        },
      }),
    });
  }

  #edge(id: string, code: string): EdgeFunction {
    return new EdgeFunction(this, id, {
      code: FunctionCode.fromInline(code),
      runtime: FunctionRuntime.JS_2_0,
    });
  }
}
