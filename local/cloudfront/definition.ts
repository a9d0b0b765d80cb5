/** A distribution as its template declares it. Made anew at every start; nothing is durable, and no answer is cached. */
export interface DistributionDefinition {
  readonly id: string;
  readonly arn: string;
  readonly origins: ReadonlyMap<string, Origin>;
  /** Those with a path pattern in the order of the template, then the default one, which takes everything. */
  readonly behaviors: readonly Behavior[];
}

export type Origin =
  | { readonly kind: 'bucket'; readonly bucket: string }
  | { readonly kind: 'api'; readonly apiId: string };

export interface Behavior {
  /** Whether a request with this path, without its query, is for the behaviour. */
  matches(path: string): boolean;
  readonly originId: string;
  readonly methods: readonly string[];
  readonly compress: boolean;
  /** What a viewer-request function makes of the request's path. */
  readonly rewrite?: ((request: ViewerRequest) => string) | undefined;
  /** Set on every answer. */
  readonly headers: readonly AddedHeader[];
}

export interface ViewerRequest {
  readonly method: string;
  /** Without its query. */
  readonly uri: string;
  readonly ip: string;
}

export interface AddedHeader {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
}
