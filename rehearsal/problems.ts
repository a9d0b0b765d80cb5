import { findFault } from '../domain/log/chain.ts';
import type { Event } from '../domain/log/event.ts';
import type { Results } from '../domain/round/results.ts';
import type { Examined } from './examine.ts';
import type { Outcome } from './report.ts';
import type { Rehearsed } from './stage.ts';

/** Everything that should hold and does not; the rehearsal has succeeded where this is empty. */
export function problemsOf(
  outcome: Outcome,
  examined: readonly Examined[],
  results: Results,
  roundLog: readonly Event[],
  { secondPutStatus, afterClosing }: Rehearsed,
): readonly string[] {
  const fault = findFault(roundLog);
  return [
    ...examined.flatMap(problemsOfCase),
    ...(outcome.awardedCents <= outcome.appropriationCents
      ? []
      : ['more was awarded than the appropriation']),
    ...(results.awardedCents === outcome.awardedCents ? [] : ['the published results tell another sum']),
    ...(fault ? [`the log of the call does not verify: ${fault.fault} at ${fault.sequence}`] : []),
    ...(secondPutStatus === 412
      ? []
      : [`the second put of a file was answered with ${secondPutStatus}, not 412`]),
    ...(afterClosing === 'urn:anslag:call-not-open' ? [] : [`applying after the closing: ${afterClosing}`]),
  ];
}

function problemsOfCase({ decision, events, mailIds, letterHolds, state }: Examined): readonly string[] {
  const { caseNumber, awardedCents, costs } = decision;
  const decisions = events.filter(({ type }) => type === 'decision-made').length;
  const fault = findFault(events);
  return [
    ...(decisions === 1 ? [] : [`${caseNumber} has ${decisions} decisions`]),
    ...(mailIds.length === 1 ? [] : [`${caseNumber} has ${mailIds.length} mails of its decision`]),
    ...(letterHolds ? [] : [`the letter of ${caseNumber} is not the one that was rendered`]),
    ...(fault ? [`the log of ${caseNumber} does not verify: ${fault.fault} at ${fault.sequence}`] : []),
    ...(awardedCents <= Math.min(costs.requestedCents, costs.maximumCents)
      ? []
      : [`${caseNumber} got too much`]),
    ...(state.stage === 'decided' ? [] : [`${caseNumber} is ${state.stage}`]),
  ];
}
