import type { Application } from '../domain/application/application.ts';
import type { Call, Officials, Opening } from '../domain/call/call.ts';
import { municipalityOf } from '../domain/register/register.ts';
import { ordinaryApplication } from '../rehearsal/applications/ordinary.ts';
import { topics } from '../rehearsal/applications/topics.ts';
import { callOf } from './calls.ts';

/** The real call of 2022, as its file says. */
export const call2022: Call & Opening = callOf('2022');

/** Korsholm's application for the sum it was granted, complete and in order; the tests change one thing at a time. */
export const korsholm: Application = ordinaryApplication({
  call: call2022,
  topic: topics[0] as (typeof topics)[number],
  lead: required('499'),
  partners: [required('946'), required('905')],
  requestedCents: 184_450_00,
});

export const officials: Officials = {
  names: { anna: 'Anna', eva: 'Eva', erik: 'Erik', rita: 'Rita', dora: 'Dora' },
  presenters: ['anna'],
  evaluators: ['eva', 'erik'],
  reserveEvaluators: ['rita'],
  decisionMakers: ['dora'],
};

function required(code: string) {
  const municipality = municipalityOf(code);
  if (!municipality) throw new Error(`${code} is not in the register`);
  return municipality;
}
