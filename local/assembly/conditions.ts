import type { Json, JsonObject } from '../service.ts';
import { isObject, Refused } from './properties.ts';
import type { Template, TemplateOutput, TemplateResource } from './template.ts';

/**
 * The template as its conditions leave it: resources and outputs whose condition is false are gone, each `Fn::If` is
 * the branch that holds, and what is `AWS::NoValue` is not there. `value` resolves what a condition compares.
 *
 * "Condition functions", AWS CloudFormation Template Reference.
 */
export function withConditions(template: Template, value: (expression: Json) => Json): Template {
  const conditions = new Conditions(template.Conditions ?? {}, value);
  const holds = ({ Condition }: TemplateResource | TemplateOutput) =>
    Condition === undefined || conditions.named(Condition);
  const kept = <T extends TemplateResource | TemplateOutput>(all: Readonly<Record<string, T>> = {}) =>
    Object.fromEntries(
      Object.entries(all)
        .filter(([, one]) => holds(one))
        .map(([name, one]) => [name, (conditions.choose(one as unknown as Json) ?? {}) as unknown as T]),
    );
  return { ...template, Resources: kept(template.Resources), Outputs: kept(template.Outputs) };
}

class Conditions {
  readonly #declared: JsonObject;
  readonly #value: (expression: Json) => Json;

  constructor(declared: JsonObject, value: (expression: Json) => Json) {
    this.#declared = declared;
    this.#value = value;
  }

  named(name: string): boolean {
    const declared = this.#declared[name];
    if (declared === undefined) throw new Refused(`there is no condition ${name}`);
    return this.#holds(declared);
  }

  /** `undefined` where a value is not there at all. */
  choose(value: Json): Json | undefined {
    if (Array.isArray(value)) return value.map((one) => this.choose(one)).filter((one) => one !== undefined);
    if (!isObject(value)) return value;
    const branches = value['Fn::If'];
    if (Array.isArray(branches)) {
      const [name, whenTrue = null, whenFalse = null] = branches;
      return this.choose(this.named(String(name)) ? whenTrue : whenFalse);
    }
    if (value.Ref === 'AWS::NoValue') return undefined;
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, one]) => [key, this.choose(one)] as const)
        .filter((entry): entry is readonly [string, Json] => entry[1] !== undefined),
    );
  }

  #holds(expression: Json): boolean {
    const [[name, operand] = ['', null], ...more] = isObject(expression) ? Object.entries(expression) : [];
    if (more.length > 0) throw new Refused('a condition has one function');
    const operands = Array.isArray(operand) ? operand : [operand];
    switch (name) {
      case 'Condition':
        return this.named(String(operand));
      case 'Fn::And':
        return operands.every((one) => this.#holds(one));
      case 'Fn::Or':
        return operands.some((one) => this.#holds(one));
      case 'Fn::Not':
        return !this.#holds(operands[0] ?? null);
      case 'Fn::Equals': {
        const [left = null, right = null] = operands;
        return JSON.stringify(this.#value(left)) === JSON.stringify(this.#value(right));
      }
      default:
        throw new Refused(`the local cloud does not know the condition function ${name}`);
    }
  }
}
