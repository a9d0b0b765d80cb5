import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { Tracer } from '@aws-lambda-powertools/tracer';
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';

/** Structured logs. Events are never logged: they hold personal data, and presigned addresses. */
export const logger = new Logger();

const metrics = new Metrics();

/** Counts something that an alarm or a person watches, as one of CloudWatch's embedded metrics. */
export function count(name: 'TasksOverdue' | 'WorkflowsStopped' | 'MailsRefused' | 'RequestsFailed'): void {
  metrics.addMetric(name, MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
}

/** Traces of the function and of its calls to AWS. */
export const tracer = new Tracer();

/**
 * A Lambda handler that is logged and traced. Its answer is not captured in the trace, since presigned
 * addresses must not reach X-Ray.
 */
export function observed<Event, Result>(handle: (event: Event, context: Context) => Promise<Result>) {
  return middy<Event, Result>()
    .use(injectLambdaContext(logger, { logEvent: false, resetKeys: true }))
    .use(captureLambdaHandler(tracer, { captureResponse: false }))
    .handler(handle);
}
