import type { Declared, Json, JsonObject, Place, ResourceKind } from '../service.ts';
import { problemAt } from './check.ts';
import { referencesOf, resolveIntrinsics, type Scope } from './intrinsics.ts';
import { nothingHere } from './nothing-here.ts';
import { parameterScope } from './parameters.ts';
import type { Problem } from './problem.ts';
import { Refused } from './properties.ts';
import type { Stack, TemplateOutput, TemplateResource } from './template.ts';

/** The making of one stack's resources; afterwards it holds what came of it, or the problems. */
export class StackDeployment {
  readonly name: string;
  readonly problems: Problem[] = [];
  readonly physicalIds: Record<string, string> = {};
  readonly outputs: Record<string, string> = {};
  readonly #stack: Stack;
  readonly #place: Place;
  readonly #kinds: ReadonlyMap<string, ResourceKind>;
  readonly #scope: Scope;
  readonly #exports: Map<string, Json | undefined>;
  readonly #made = new Map<string, { ref: string; attributes: Readonly<Record<string, string>> }>();

  constructor(
    stack: Stack,
    place: Place,
    kinds: ReadonlyMap<string, ResourceKind>,
    exports: Map<string, Json | undefined>,
  ) {
    this.name = stack.name;
    this.#stack = stack;
    this.#place = place;
    this.#kinds = kinds;
    this.#exports = exports;
    this.#scope = this.#scopeOf(parameterScope(stack, place));
  }

  async run(): Promise<void> {
    for (const [logicalId, resource] of this.#order()) {
      // What a failed resource was needed for would only repeat its problem.
      if (this.#dependencies(resource).every((id) => this.#made.has(id)))
        await this.#make(logicalId, resource);
    }
    this.#resolveOutputs();
  }

  async #make(logicalId: string, resource: TemplateResource): Promise<void> {
    try {
      const properties = resolveIntrinsics(resource.Properties ?? {}, this.#scope) as JsonObject;
      const declared: Declared = { logicalId, stack: this.name, properties };
      const kind = this.#kinds.get(resource.Type);
      if (kind) await kind.create(declared);
      const nothing = nothingHere[resource.Type];
      const ref = kind?.ref(declared) ?? nothing?.ref?.(declared, this.#place) ?? `${this.name}-${logicalId}`;
      const attributes = kind?.attributes(declared) ?? nothing?.attributes?.(declared, this.#place) ?? {};
      this.#made.set(logicalId, { ref, attributes });
      this.physicalIds[logicalId] = ref;
    } catch (error) {
      if (error instanceof FailedBefore) return;
      if (!(error instanceof Error)) throw error;
      // A refusal says all there is to say; of a bug the trace shows where it is.
      const bug = error instanceof TypeError || error instanceof ReferenceError;
      const message = (bug && error.stack) || error.message;
      this.problems.push(problemAt(this.#stack, logicalId, message));
    }
  }

  #resolveOutputs(): void {
    const failed = this.problems.length > 0;
    for (const [name, output] of Object.entries(this.#stack.template.Outputs ?? {})) {
      try {
        this.#resolveOutput(name, output);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        // Of a stack that failed, what its outputs lack is no news.
        if (!failed) this.problems.push({ stack: this.name, message: `Outputs.${name}: ${error.message}` });
      }
    }
  }

  #resolveOutput(name: string, { Value, Export }: TemplateOutput): void {
    const exported = Export && String(resolveIntrinsics(Export.Name, this.#scope));
    // Until its value is known the export is one that failed.
    if (exported !== undefined) this.#exports.set(exported, undefined);
    const value = resolveIntrinsics(Value, this.#scope);
    this.outputs[name] = typeof value === 'string' ? value : JSON.stringify(value);
    if (exported !== undefined) this.#exports.set(exported, value);
  }

  /** The resources, each after those it depends on; those of a circle are a problem and left out. */
  #order(): [string, TemplateResource][] {
    const { Resources = {} } = this.#stack.template;
    const ordered = new Map<string, TemplateResource>();
    const path: string[] = [];
    const visit = (id: string): void => {
      const resource = Resources[id];
      if (!resource || ordered.has(id)) return;
      if (path.includes(id)) {
        const circle = [...path.slice(path.indexOf(id)), id].join(' → ');
        this.problems.push(problemAt(this.#stack, id, `circular dependency ${circle}`));
        return;
      }
      path.push(id);
      this.#dependencies(resource).forEach(visit);
      path.pop();
      ordered.set(id, resource);
    };
    Object.keys(Resources).forEach(visit);
    return [...ordered];
  }

  #dependencies({ Properties = {}, DependsOn = [] }: TemplateResource): string[] {
    const { Resources = {} } = this.#stack.template;
    const named = [...referencesOf(Properties).names, ...[DependsOn].flat()];
    return named.filter((name) => name in Resources);
  }

  #scopeOf(parameters: Scope): Scope {
    return {
      ...parameters,
      ref: (name) => this.#made.get(name)?.ref ?? parameters.ref(name),
      attribute: (logicalId, name) => {
        const value = this.#made.get(logicalId)?.attributes[name];
        if (value === undefined)
          throw new Refused(`the local cloud has no attribute ${name} of ${logicalId}`);
        return value;
      },
      imported: (name) => {
        const value = this.#exports.get(name);
        if (value !== undefined) return value;
        if (this.#exports.has(name)) throw new FailedBefore();
        throw new Refused(`no stack before this one exports ${name}`);
      },
    };
  }
}

/** A resource needs what another stack failed to make; that one's problem has been told. */
class FailedBefore extends Error {}
