import type { Call } from '../../domain/call/call.ts';
import type { CaseBody } from '../../domain/case/events.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Event } from '../../domain/log/event.ts';
import type { MailKind } from '../../domain/mail/events.ts';
import { type Instant, instantOf } from '../../domain/time.ts';
import type { Message } from '../../texts/mail-layout.ts';
import { completionMail, decisionMail, receiptMail, rejectionMail } from '../../texts/mails.ts';
import { explainFinding } from '../../texts/rules.ts';

/** A message on its way: its key tells it from every other of the case. */
export interface Outgoing {
  readonly key: string;
  readonly to: readonly string[];
  readonly message: Message;
}

interface Matter {
  readonly state: CaseState;
  readonly events: readonly Event<CaseBody>[];
  readonly call: Call;
  readonly version?: number;
  /** The page of the application, behind sign-in. */
  readonly link: string;
}

/** The messages of one kind that a case calls for. Throws where the case has not come to what they tell. */
export function compose(kind: MailKind, matter: Matter): readonly Outgoing[] {
  switch (kind) {
    case 'receipt':
      return [receipt(matter)];
    case 'rejection':
      return [rejection(matter)];
    case 'completion-request':
      return [completionRequest(matter)];
    case 'completion-reminder':
      // Whoever has answered meanwhile needs no reminder.
      return matter.state.completion?.outcome === 'awaited'
        ? [{ ...completionRequest(matter, true), key: kind }]
        : [];
    case 'decision':
      return [decision(matter)];
    case 'partner-decision':
      return partnerDecisions(matter);
    default:
      throw new TypeError(`${kind} is not about a case`);
  }
}

function receipt({ state, events, call, version, link }: Matter): Outgoing {
  const { current, number } = required(state);
  const { summary, arrivedAt, sha256 } = current;
  const completes = events.some(
    ({ type, data }) => type === 'version-received' && data.version === version && data.completes,
  );
  return {
    key: `receipt.${version}`,
    to: addressesOf(state),
    message: receiptMail({
      call,
      link,
      number,
      arrivedAt,
      sha256,
      language: summary.language,
      title: summary.title,
      version: current.version,
      late: (state.arrivedAt ?? '') > closingOf(call),
      completes,
    }),
  };
}

/** A submission that could not be read has no address of its own: it is answered where the application was opened. */
function rejection({ state, events, call, version, link }: Matter): Outgoing {
  const rejected = events.find(
    (event) => event.type === 'submission-rejected' && event.data.version === version,
  );
  if (rejected?.type !== 'submission-rejected') throw new Error(`version ${version} was not rejected`);
  const { language = 'fi', email = '' } = state;
  const { faults, arrivedAt } = rejected.data;
  return {
    key: `rejection.${version}`,
    to: [email],
    message: rejectionMail({ call, link, language, faults, arrivedAt, closesAt: closingOf(call) }),
  };
}

function completionRequest({ state, call, link }: Matter, reminder = false): Outgoing {
  const { current, number } = required(state);
  const { language } = current.summary;
  if (!state.completion) throw new Error('no completion was requested');
  const { deadline, missing } = state.completion;
  const findings = missing.flatMap(
    ({ rule, subject }) =>
      state.findings.find((found) => found.rule === rule && found.subject === subject) ?? [],
  );
  return {
    key: 'completion-request',
    to: addressesOf(state),
    message: completionMail({
      call,
      link,
      language,
      number,
      deadline,
      reminder,
      missing: findings.map((finding) => explainFinding(finding, call, language)),
    }),
  };
}

function decision(matter: Matter): Outgoing {
  const made = madeOf(matter.state);
  return {
    key: 'decision',
    to: addressesOf(matter.state),
    message: decisionMail({ ...about(matter), language: made.language, reader: 'applicant' }),
  };
}

function partnerDecisions(matter: Matter): readonly Outgoing[] {
  return madeOf(matter.state).partners.map(({ municipality, email, language }) => ({
    key: `partner-decision.${municipality}`,
    to: [email],
    message: decisionMail({ ...about(matter), language, reader: 'partner' }),
  }));
}

function about({ state, call, link }: Matter) {
  const { caseNumber, title, applicant, outcome, awardedCents } = madeOf(state);
  return { call, link, number: caseNumber, title, applicantName: applicant.name, outcome, awardedCents };
}

function madeOf({ decision: made }: CaseState) {
  if (!made) throw new Error('no decision was made');
  return made;
}

function required({ current, number }: CaseState) {
  if (!current || !number) throw new Error('the case is not registered');
  return { current, number };
}

/** As the call says now; it may have been put off since the application was opened. */
function closingOf({ window }: Call): Instant {
  return instantOf(window.closes);
}

/** The applicant's official address and its contact person, each once. */
function addressesOf(state: CaseState): readonly string[] {
  const { summary } = required(state).current;
  return [...new Set([summary.email, summary.contactEmail])];
}
