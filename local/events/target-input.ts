import { object, only, Refused, requiredText, text } from '../assembly/properties.ts';
import { type Json, type JsonObject, ServiceError } from '../service.ts';
import { readPath } from './json-path.ts';

/** What a rule knows of itself and of the event when it makes a target's input. */
interface RuleContext {
  readonly ruleArn: string;
  readonly ruleName: string;
  /** ISO 8601. */
  readonly ingestionTime: string;
}

/** Makes the JSON text that a target gets of an event. */
export type TargetInput = (event: JsonObject, context: RuleContext) => string;

/**
 * Reads a target's Input, InputPath or InputTransformer, of which it may have one; without any the target gets the
 * whole event. A transformed text that is no JSON fails the delivery (INVALID_JSON), like a string without quotes.
 *
 * "Amazon EventBridge input transformation",
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function targetInputOf(target: JsonObject): TargetInput {
  const given = ['Input', 'InputPath', 'InputTransformer'].filter((name) => target[name] !== undefined);
  if (given.length > 1) throw new Refused(`a target takes only one of ${given.join(' and ')}`);
  const input = text(target, 'Input');
  if (input !== undefined) return constant(input);
  const path = text(target, 'InputPath');
  if (path !== undefined) {
    const read = readPath(path);
    return (event) => JSON.stringify(read(event) ?? null);
  }
  const transformer = object(target, 'InputTransformer');
  return transformer ? transformed(transformer) : (event) => JSON.stringify(event);
}

function constant(input: string): TargetInput {
  try {
    JSON.parse(input);
  } catch {
    throw new Refused('Input must be JSON');
  }
  return () => input;
}

function transformed(transformer: JsonObject): TargetInput {
  only(transformer, 'InputTransformer', ['InputPathsMap', 'InputTemplate']);
  const paths = object(transformer, 'InputPathsMap') ?? {};
  const variables = new Map(
    Object.keys(paths).map((name) => [name, readPath(requiredText(paths, name))] as const),
  );
  const pieces = piecesOf(requiredText(transformer, 'InputTemplate'));
  for (const piece of pieces) {
    if (piece.variable && !variables.has(piece.text) && !predefined[piece.text]) {
      throw new Refused(`InputTransformer.InputTemplate: there is no variable <${piece.text}>`);
    }
  }
  return (event, context) => {
    const value = (name: string) => variables.get(name)?.(event) ?? predefined[name]?.(event, context);
    return minified(pieces.map((piece) => filled(piece, value)).join(''));
  };
}

interface Piece {
  readonly text: string;
  readonly variable: boolean;
  /** Within a JSON string. */
  readonly quoted: boolean;
}

const predefined: Readonly<Record<string, (event: JsonObject, context: RuleContext) => Json>> = {
  'aws.events.rule-arn': (_event, { ruleArn }) => ruleArn,
  'aws.events.rule-name': (_event, { ruleName }) => ruleName,
  'aws.events.event.ingestion-time': (_event, { ingestionTime }) => ingestionTime,
  'aws.events.event': ({ detail: _detail, ...event }) => event,
  'aws.events.event.json': (event) => event,
};

function piecesOf(template: string): Piece[] {
  const pieces: Piece[] = [];
  let quoted = false;
  for (const [token, name] of template.matchAll(/<([\w.-]+)>|\\[\s\S]|"|[^<"\\]+|[\s\S]/g)) {
    if (token === '"') quoted = !quoted;
    pieces.push({ text: name ?? token, variable: name !== undefined, quoted });
  }
  return pieces;
}

/** Values are not escaped within a string, as EventBridge documents; one that is missing leaves nothing. */
function filled({ text, variable, quoted }: Piece, value: (name: string) => Json | undefined): string {
  if (!variable) return text;
  const found = value(text);
  if (found === undefined) return '';
  return quoted && typeof found === 'string' ? found : JSON.stringify(found);
}

function minified(transformedText: string): string {
  try {
    return JSON.stringify(JSON.parse(transformedText));
  } catch {
    throw new ServiceError('INVALID_JSON', `The transformed input is not JSON: ${transformedText}`);
  }
}
