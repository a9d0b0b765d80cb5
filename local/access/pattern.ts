/** Gives the value of a policy variable by its lower-case key, undefined where the request has none. */
export type Resolve = (key: string) => string | undefined;

/** One value of a policy that may hold wildcards and variables. */
export interface Pattern {
  readonly text: string;
  /**
   * Whether `value` is one that the pattern stands for. A variable without a value and without a default makes it
   * stand for nothing.
   */
  matches(value: string, resolve: Resolve): boolean;
}

export interface PatternOptions {
  /** `*` stands for any characters (also `/` and `:`), `?` for any one. */
  readonly wildcards?: boolean;
  /** `${key}`, `${key, 'default'}` and the literals `${*}`, `${?}`, `${$}`. */
  readonly variables?: boolean;
  readonly ignoreCase?: boolean;
}

/**
 * Reads a pattern of the policy language.
 *
 * "IAM policy elements: Variables and tags", IAM User Guide, reference_policies_variables.html: a variable's value
 * is literal, its wildcards are not wildcards.
 */
export function readPattern(text: string, options: PatternOptions): Pattern {
  const { wildcards = false, variables = false, ignoreCase = false } = options;
  const compile = (source: string) => new RegExp(`^${source}$`, ignoreCase ? 'isu' : 'su');
  const plain = wildcards ? withWildcards : literal;
  if (!variables || !text.includes('${')) {
    const fixed = compile(plain(text));
    return { text, matches: (value) => fixed.test(value) };
  }
  const parts = text.split(/(\$\{[^}]*\})/);
  return {
    text,
    matches(value, resolve) {
      const sources = parts.map((part) => (part.startsWith('${') ? sourceOf(part, resolve) : plain(part)));
      return !sources.includes(undefined) && compile(sources.join('')).test(value);
    },
  };
}

/** The keys of the variables in `text`, in lower case. */
export function variablesIn(text: string): string[] {
  return [...text.matchAll(/\$\{([^}*?$][^},]*)/g)].map(([, key = '']) => key.trim().toLowerCase());
}

function sourceOf(variable: string, resolve: Resolve): string | undefined {
  const inner = variable.slice(2, -1);
  if (inner === '*' || inner === '?' || inner === '$') return literal(inner);
  const [, key = '', fallback] = /^\s*([^,]*?)\s*(?:,\s*'(.*)'\s*)?$/.exec(inner) ?? [];
  const value = resolve(key.toLowerCase()) ?? fallback;
  return value === undefined ? undefined : literal(value);
}

function withWildcards(text: string): string {
  return text
    .split(/([*?])/)
    .map((part) => (part === '*' ? '.*' : part === '?' ? '.' : literal(part)))
    .join('');
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
