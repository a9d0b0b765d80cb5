import type { IncomingMessage, ServerResponse } from 'node:http';

/** JSON as it travels in AWS's protocols, templates and workflows. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** Where the cloud pretends to be; the same for a whole run. */
export interface Place {
  readonly account: string;
  readonly region: string;
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly origin: string;
}

/** Who calls a service: a role of the template, or the developer, whose credentials may do everything. */
export type Caller =
  | { readonly kind: 'role'; readonly roleArn: string }
  | { readonly kind: 'developer' }
  | { readonly kind: 'anonymous' };

/** One permission that a request needs, as AWS's Service Authorization Reference lists it per operation. */
export interface Permission {
  /** For instance `s3:GetObject`. */
  readonly action: string;
  /** The ARN acted upon, `*` where AWS has no resource type for the action. */
  readonly resource: string;
  /** Condition keys of the request, for instance `s3:if-none-match`. */
  readonly conditions?: Readonly<Record<string, string | readonly string[]>>;
}

/** A refusal as AWS would give it: `code` is AWS's error name; each service puts it into its own protocol. */
export class ServiceError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
  }
}

/** A service on the one port. The server finds it by the signing name in the request's credential scope. */
export interface Service {
  /** The name in SigV4's credential scope: `s3`, `states`, `dynamodb`, `ses`, `scheduler` … */
  readonly signingName: string;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** A resource as the template declares it, with all intrinsic functions resolved. */
export interface Declared {
  readonly logicalId: string;
  readonly stack: string;
  readonly properties: JsonObject;
}

/** How the local cloud makes one CloudFormation resource type. */
export interface ResourceKind {
  /** For instance `AWS::S3::Bucket`. */
  readonly type: string;
  /** The properties that change what runs here. */
  readonly supported: readonly string[];
  /** Properties that mean nothing on one machine, each with its reason. Any other property is refused at load. */
  readonly ignored: Readonly<Record<string, string>>;
  /** What `Ref` gives. The same template gives the same names after a restart. */
  ref(resource: Declared): string;
  /** What `Fn::GetAtt` gives, by attribute name. */
  attributes(resource: Declared): Readonly<Record<string, string>>;
  /** Makes it, or brings it to what the template says; called at every start, after what it refers to. */
  create(resource: Declared): void | Promise<void>;
}

/** An operation of a service that speaks one of AWS's JSON protocols; the server does HTTP and signatures. */
export interface JsonOperation {
  /** What the caller must be allowed for this input; every one is checked before `run`. */
  permissions(input: JsonObject): readonly Permission[];
  /** Answers, or throws a `ServiceError`. */
  run(input: JsonObject, caller: Caller): Promise<JsonObject>;
}

/** Operations by AWS's name, for instance `StartExecution`. Others are answered as unknown operations. */
export type JsonOperations = Readonly<Record<string, JsonOperation>>;
