/** The pages of the form, in their order. */
export const steps = [
  'applicant',
  'project',
  'participants',
  'plan',
  'costs',
  'attachments',
  'check',
] as const;

export type Step = (typeof steps)[number];

/** The page on which a place of the application, a JSON pointer, is filled in. */
export function stepOf(place: string): Step {
  const [, first = ''] = place.split('/');
  const found: Readonly<Record<string, Step>> = {
    project: 'project',
    parts: 'plan',
    participants: 'participants',
    costs: 'costs',
    financing: 'costs',
    attachments: 'attachments',
  };
  return found[first] ?? 'applicant';
}

/** The id of the field for a place, or for a name as the form has it: `/costs/0/cents` and `costs.0.cents` alike. */
export function fieldId(place: string): string {
  return place.replace(/^\//, '').replaceAll(/[/.]/g, '-');
}
