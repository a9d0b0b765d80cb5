import type { Application } from '../application/application.ts';
import type { Exclusion } from '../call/call.ts';
import type { Rule } from './rule.ts';

/** The project emphasises at least one of the call's themes, where the call has any. */
export const themeNamed: Rule = {
  id: 'theme-named',
  version: 1,
  consequence: 'refuse',
  examine: ({ call, application }) => {
    const known = call.themes.map(({ id }) => id);
    const named = application.project.themes.filter((theme) => known.includes(theme));
    const [first] = call.themes;
    if (!first) return [];
    return {
      outcome: named.length > 0 ? 'met' : 'missing',
      sentence: first.sentence,
      evidence: { named, possible: known },
    };
  },
};

/** Each text the call requires is there. */
export const partIncluded: Rule = {
  id: 'part-included',
  version: 1,
  consequence: 'refuse',
  examine: ({ call, application }) =>
    call.requiredParts.map(({ id, sentence }) => ({
      subject: id,
      outcome: application.parts[id]?.trim() ? 'met' : 'missing',
      sentence,
    })),
};

/**
 * The project is not of a kind that the call excludes. The machine never decides this: it looks for the call's signs
 * in the title, the summary and the parts, and hands what it finds to a person. Where it finds none the rule is
 * met for now, and the presenter who confirms the screening can still say otherwise.
 */
export const notExcluded: Rule = {
  id: 'not-excluded',
  version: 1,
  consequence: 'refuse',
  examine: ({ call, application }) =>
    call.exclusions.map((exclusion) => {
      const signs = signsOf(exclusion, application);
      return {
        subject: exclusion.id,
        outcome: signs.length === 0 ? 'met' : 'judgement',
        sentence: exclusion.sentence,
        evidence: { signs },
      };
    }),
};

/** The project ends within the time that the call's grants can be used. */
export const periodWithinCall: Rule = {
  id: 'period-within-call',
  version: 1,
  consequence: 'refuse',
  examine: ({ call, application: { project } }) => ({
    outcome: project.starts <= project.ends && project.ends <= call.grant.periodEnds ? 'met' : 'missing',
    sentence: {
      text: 'Av ansökan ska framgå […] tidtabellen för genomförandet av projektet samt hur projektet organiseras […].',
      source: '893/2019 § 6, 3 p.',
    },
    evidence: { starts: project.starts, ends: project.ends, latest: call.grant.periodEnds },
  }),
};

/** The words of an application that begin like one of the exclusion's signs, each once, in their order. */
function signsOf({ signs }: Exclusion, { project, parts }: Application): readonly string[] {
  const words = [project.title, project.summary, ...Object.values(parts)]
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u);
  return [...new Set(words.filter((word) => signs.some((sign) => word.startsWith(sign))))];
}
