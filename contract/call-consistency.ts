import { faultsOfAllocation } from '../domain/call/allocation-faults.ts';
import type { Call } from '../domain/call/call.ts';
import { sectionOf } from '../domain/call/source.ts';

/** A part of a call that does not agree with another, as a path of keys and a code. */
interface Inconsistency {
  readonly path: readonly (string | number)[];
  readonly code: string;
}

interface Agreement {
  /** The parts of the call it looks at; where one of them is malformed there is nothing to compare. */
  readonly about: readonly (keyof Call)[];
  readonly examine: (call: Call) => readonly Inconsistency[];
}

/** Everything in which the parts of a call do not agree, of those parts that are sound by themselves. */
export function inconsistencies(
  call: Call,
  isSound: (part: keyof Call) => boolean,
): readonly Inconsistency[] {
  return agreements
    .filter(({ about }) => about.every((part) => call?.[part] !== undefined && isSound(part)))
    .flatMap(({ examine }) => examine(call));
}

const agreements: readonly Agreement[] = [
  {
    about: ['window'],
    examine: ({ window: { opens, closes } }) =>
      opens < closes ? [] : [{ path: ['window', 'closes'], code: 'closes-before-it-opens' }],
  },
  {
    about: ['window', 'grant'],
    examine: ({ window, grant }) =>
      window.closes.slice(0, 10) < grant.periodEnds
        ? []
        : [{ path: ['grant', 'periodEnds'], code: 'ends-before-the-closing' }],
  },
  {
    about: ['grant'],
    examine: ({ grant: { periodEnds, reportDue } }) =>
      periodEnds <= reportDue ? [] : [{ path: ['grant', 'reportDue'], code: 'due-before-the-end' }],
  },
  {
    about: ['appropriation'],
    examine: ({ appropriation: { cents, pool } }) =>
      pool && cents > pool.cents ? [{ path: ['appropriation', 'cents'], code: 'more-than-the-pool' }] : [],
  },
  {
    about: ['costs'],
    examine: ({ costs: { eligible, onlyIfNecessary } }) =>
      onlyIfNecessary.flatMap((category, index) =>
        eligible.includes(category)
          ? []
          : [{ path: ['costs', 'onlyIfNecessary', index], code: 'not-among-the-eligible' }],
      ),
  },
  {
    about: ['evaluation'],
    examine: ({ evaluation: { criteria } }) =>
      criteria.reduce((sum, { weight }) => sum + weight, 0) === 100
        ? []
        : [{ path: ['evaluation', 'criteria'], code: 'weights-not-100' }],
  },
  {
    about: ['allocation', 'evaluation', 'appropriation', 'themes', 'applicants'],
    examine: ({ allocation, ...call }) =>
      faultsOfAllocation(allocation, call).map(({ path, code }) => ({ path: ['allocation', ...path], code })),
  },
  ...(['themes', 'exclusions', 'requiredParts'] as const).map(
    (part): Agreement => ({ about: [part], examine: (call) => repeatedIds([part], call[part]) }),
  ),
  {
    about: ['evaluation'],
    examine: ({ evaluation }) => repeatedIds(['evaluation', 'criteria'], evaluation.criteria),
  },
  { about: ['sources'], examine: unknownSources },
  { about: ['sources', 'assumptions'], examine: placesThatAreNot },
];

function repeatedIds(path: readonly string[], items: readonly { readonly id: string }[]): Inconsistency[] {
  return items.flatMap(({ id }, index) =>
    items.findIndex((item) => item.id === id) === index
      ? []
      : [{ path: [...path, index, 'id'], code: 'id-repeated' }],
  );
}

/** Sections of statutes stand for themselves; every other source is one that the call lists. */
function unknownSources(call: Call): Inconsistency[] {
  return sourcesIn(call, []).flatMap(({ path, source }) =>
    sectionOf(source) || call.sources.some(({ key }) => key === source)
      ? []
      : [{ path, code: 'no-such-source' }],
  );
}

function sourcesIn(
  value: unknown,
  path: readonly (string | number)[],
): { path: readonly (string | number)[]; source: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const place = [...path, Array.isArray(value) ? Number(key) : key];
    return key === 'source' && typeof child === 'string'
      ? [{ path: place, source: child }]
      : sourcesIn(child, place);
  });
}

function placesThatAreNot(call: Call): Inconsistency[] {
  const named = [
    ...call.sources.flatMap(({ tells }, index) =>
      tells.map((place, nth) => ({ place, path: ['sources', index, 'tells', nth] })),
    ),
    ...call.assumptions.flatMap(({ about }, index) =>
      about.map((place, nth) => ({ place, path: ['assumptions', index, 'about', nth] })),
    ),
  ];
  return named.flatMap(({ place, path }) =>
    valueAt(call, place) === undefined ? [{ path, code: 'no-such-place' }] : [],
  );
}

/** What stands at a JSON pointer; ids and keys of a call need no escaping. */
function valueAt(document: unknown, pointer: string): unknown {
  return pointer
    .slice(1)
    .split('/')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);
}
