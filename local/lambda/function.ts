import { ServiceError } from '../service.ts';

/** A function as the template declares it. */
export interface LambdaFunction {
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  readonly taskRoot: string;
  readonly handler: string;
  /** MB. */
  readonly memory: number;
  /** Seconds of real time. */
  readonly timeout: number;
  /** The environment that the template gives it. */
  readonly variables: Readonly<Record<string, string>>;
  readonly reservedConcurrency?: number;
  /** The queue for events that failed every attempt. */
  readonly deadLetterArn?: string;
}

/** What a caller may name a function by: its name, partial ARN or ARN, each with a version or alias or without. */
export function parseFunctionName(name: string, qualifier?: string): { name: string; qualifier?: string } {
  const arn = /^(?:arn:aws:lambda:[^:]*:)?(?:\d{12}:)?(?:function:)?([\w-]+)(?::(\$LATEST|[\w-]+))?$/.exec(
    name,
  );
  if (!arn?.[1])
    throw new ServiceError('ValidationException', `Value '${name}' at 'functionName' is not valid.`);
  const given = qualifier ?? arn[2];
  return given === undefined ? { name: arn[1] } : { name: arn[1], qualifier: given };
}

/**
 * The environment of a function's process: what Lambda defines, then the template's own.
 * "Defined runtime environment variables", AWS Lambda Developer Guide.
 */
export function processVariables(
  fn: LambdaFunction,
  region: string,
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken: string },
  endpoint: string,
): Record<string, string> {
  return {
    ...fn.variables,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ENDPOINT_URL: endpoint,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memory),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${fn.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
    // There is no X-Ray here. Its SDK would follow every promise all the same, at a quarter of a function's time.
    AWS_XRAY_MANUAL_MODE: 'true',
    POWERTOOLS_TRACE_ENABLED: 'false',
    LAMBDA_TASK_ROOT: fn.taskRoot,
    _HANDLER: fn.handler,
    LANG: 'en_US.UTF-8',
    PATH: process.env.PATH ?? '',
    TZ: ':UTC',
  };
}
