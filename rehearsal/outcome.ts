import { mkdir } from 'node:fs/promises';
import pMap from 'p-map';
import type { Call } from '../domain/call/call.ts';
import type { CaseBody } from '../domain/case/events.ts';
import type { Decision } from '../domain/decision/decision.ts';
import { toHundredths } from '../domain/fraction.ts';
import { findFault } from '../domain/log/chain.ts';
import type { Event } from '../domain/log/event.ts';
import { type Cents, sumCents } from '../domain/money.ts';
import type { RoundBody } from '../domain/round/events.ts';
import type { Results } from '../domain/round/results.ts';
import { explainReason } from '../texts/allocation.ts';
import { groupNamesOf } from '../texts/group-names.ts';
import { explainFinding } from '../texts/rules.ts';
import type { RunningCloud } from './cloud.ts';
import { type Examined, examine } from './examine.ts';
import { fetchJson } from './fetch.ts';
import { readMailbox } from './mailbox.ts';
import { problemsOf } from './problems.ts';
import type { CaseOutcome, Outcome } from './report.ts';
import type { Rehearsed } from './stage.ts';

interface Collection {
  readonly cloud: RunningCloud;
  readonly call: Call;
  readonly rehearsed: Rehearsed;
  /** Where letters and mails are saved. */
  readonly folder: string;
  readonly seconds: () => number;
}

/** Reads back everything a rehearsal left, through the API and the mailbox, and says what did not hold. */
export async function collectOutcome({
  cloud,
  call,
  rehearsed,
  folder,
  seconds,
}: Collection): Promise<{ outcome: Outcome; problems: readonly string[] }> {
  const { presenter, participants } = rehearsed;
  await mkdir(folder, { recursive: true });
  const mails = await readMailbox(cloud.origin);
  const places = { presenter, origin: cloud.origin, api: cloud.output('ApiAddress'), mails, folder };
  const examined: Examined[] = await pMap(participants, (one) => examine(one, places), { concurrency: 6 });
  examined.sort((a, b) => a.decision.caseNumber.localeCompare(b.decision.caseNumber));
  const results = await fetchJson<Results>(`${cloud.output('ApiAddress')}/calls/${call.id}/results`);
  const { events: roundLog } = await presenter.get<{ events: Event<RoundBody>[] }>(`/calls/${call.id}/log`);
  const { events: brokenLog } = await presenter.get<{ events: Event<CaseBody>[] }>(
    `/cases/${rehearsed.broken.caseId}/log`,
  );
  const logs = [...examined.map(({ events }) => events), brokenLog];
  const outcome = outcomeOf(call, examined, logs, { seconds, availableCents: availableIn(roundLog, call) });
  return { outcome, problems: problemsOf(outcome, examined, results, roundLog, rehearsed) };
}

function outcomeOf(
  call: Call,
  examined: readonly Examined[],
  logs: readonly (readonly Event<CaseBody>[])[],
  { seconds, availableCents }: { readonly seconds: () => number; readonly availableCents: Cents },
): Outcome {
  const count = (wanted: Decision['outcome']) =>
    examined.filter(({ decision }) => decision.outcome === wanted).length;
  return {
    call: call.id,
    applications: examined.length,
    eligible: examined.filter(({ state }) => state.conclusion === 'examine').length,
    grantedInFull: count('grantedInFull'),
    grantedInPart: count('grantedInPart'),
    refused: count('refused'),
    dismissed: count('dismissed'),
    rejectedSubmissions: logs.flat().filter(({ type }) => type === 'submission-rejected').length,
    appliedCents: sumCents(examined.map(({ decision }) => decision.costs.requestedCents)),
    awardedCents: sumCents(examined.map(({ decision }) => decision.awardedCents)),
    appropriationCents: availableCents,
    decisions: examined.flatMap(({ events }) => events.filter(({ type }) => type === 'decision-made')).length,
    mails: examined.reduce((sum, { mailIds }) => sum + mailIds.length, 0),
    letters: examined.filter(({ letterHolds }) => letterHolds).length,
    chainsVerified: examined.filter(({ events }) => findFault(events) === undefined).length,
    seconds: seconds(),
    cases: examined.map((one) => caseOutcomeOf(one, call)),
  };
}

/** What the last plan had to share out: the appropriation, or what other calls have left of it. */
function availableIn(roundLog: readonly RoundBody[], { appropriation }: Call): Cents {
  const proposed = roundLog.flatMap((event) => (event.type === 'allocation-proposed' ? [event.data] : []));
  return proposed.at(-1)?.availableCents ?? appropriation.cents;
}

function caseOutcomeOf({ participant, decision, letter, mail }: Examined, call: Call): CaseOutcome {
  const { standing, unmet } = decision;
  return {
    caseNumber: decision.caseNumber,
    applicant: decision.applicant.name,
    title: decision.title,
    origin: participant.entrant.origin,
    requestedCents: decision.costs.requestedCents,
    awardedCents: decision.awardedCents,
    score: standing ? toHundredths(standing.points) : null,
    outcome: decision.outcome,
    reasons: [
      ...unmet.map(({ finding }) => explainFinding(finding, call, 'en')),
      ...(standing ? [explainReason(standing.award.reason, 'en', groupNamesOf(call))] : []),
    ],
    letter,
    mail,
  };
}
