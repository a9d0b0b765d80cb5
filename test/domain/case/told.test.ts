import type { CaseBody } from '../../../domain/case/events.ts';
import { eventsForApplicant } from '../../../domain/case/for-applicant.ts';
import { type Stage, shownStageOf } from '../../../domain/case/state.ts';
import { applicant, registered } from './case-log.ts';
import { decided, written } from './decided.ts';

test('an applicant reads what it did and what it was told, and nothing of how the matter was prepared', () => {
  const log = written();
  log.give({ type: 'note-opened' }, { actor: applicant });
  log.give({ type: 'decline-grant', awardedCents: 1, reason: 'Blir inte av.' }, { actor: applicant });
  expect(eventsForApplicant(log.events).map(({ type }) => type)).toEqual([
    'application-opened',
    'case-registered',
    'decision-made',
    'letter-opened',
    'grant-declined',
  ]);
});

test.each<CaseBody['type']>([
  'submission-rejected',
  'version-received',
  'completion-requested',
  'extension-requested',
  'completion-extended',
  'extension-refused',
  'completion-expired',
  'application-withdrawn',
  'hearing-answered',
  'decision-corrected',
  'decision-replaced',
  'data-removed',
])('an applicant reads that there was %s', (type) => {
  const [event] = registered().events;
  expect(eventsForApplicant([{ ...event, type } as never])).toHaveLength(1);
});

test.each<CaseBody['type']>([
  'version-opened',
  'eligibility-screened',
  'screening-confirmed',
  'evaluators-assigned',
  'evaluator-disqualified',
  'scores-saved',
  'scores-combined',
  'correction-proposed',
  'step-failed',
])('an applicant does not read that there was %s', (type) => {
  const [event] = registered().events;
  expect(eventsForApplicant([{ ...event, type } as never])).toEqual([]);
});

test.each<[Stage, string]>([
  ['opened', 'opened'],
  ['completing', 'completing'],
  ['withdrawn', 'withdrawn'],
  ['registered', 'in-preparation'],
  ['screened', 'in-preparation'],
  ['evaluating', 'in-preparation'],
  ['evaluated', 'in-preparation'],
  ['concluded', 'in-preparation'],
])('a case that is %s is shown to its applicant as %s', (stage, shown) => {
  expect(shownStageOf({ stage })).toBe(shown);
});

test('a case is shown as decided from the decision on, whatever comes after', () => {
  const { decision } = decided().state;
  if (!decision) throw new Error('it was decided');
  expect(shownStageOf({ stage: 'decided', decision })).toBe('decided');
  expect(shownStageOf({ stage: 'withdrawn', decision })).toBe('decided');
});
