import type { Call } from '../../domain/call/call.ts';
import { reminderKey } from '../../domain/case/completion.ts';
import type { CaseBody } from '../../domain/case/events.ts';
import type { CaseState, Completion } from '../../domain/case/state.ts';
import type { Event } from '../../domain/log/event.ts';
import type { MailKind } from '../../domain/mail/events.ts';
import { rectificationDecisionOf } from '../../domain/rectification/decision.ts';
import type { RectificationState } from '../../domain/rectification/rectification.ts';
import { type Instant, instantOf } from '../../domain/time.ts';
import { extensionMail, reminderMail, withdrawalMail } from '../../texts/case-mails.ts';
import { correctionMail, hearingMail } from '../../texts/correction.ts';
import type { Message } from '../../texts/mail-layout.ts';
import { completionMail, decisionMail, receiptMail, rejectionMail } from '../../texts/mails.ts';
import { rectificationDecidedMail, rectificationReceivedMail } from '../../texts/rectification.ts';
import { explainFinding, explainMissing } from '../../texts/rules.ts';

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
  /** The request for rectification of its decision, where the message is about that. */
  readonly rectification?: RectificationState;
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
      return completionIn(matter).outcome === 'awaited' ? [completionReminder(matter)] : [];
    case 'extension-answer':
      return [extensionAnswer(matter)];
    case 'withdrawal':
      return [withdrawal(matter)];
    case 'decision':
      return [decision(matter)];
    case 'partner-decision':
      return partnerDecisions(matter);
    case 'hearing':
      return hearing(matter);
    case 'correction':
      return [correction(matter)];
    case 'partner-correction':
      return partnerCorrections(matter);
    case 'rectification-received':
      return [rectificationReceived(matter)];
    case 'rectification-decision':
      return [rectificationDecision(matter)];
    case 'partner-rectification':
      return partnerRectifications(matter);
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

function completionRequest(matter: Matter): Outgoing {
  const { deadline, request } = completionIn(matter);
  const message = completionMail({ ...aboutCase(matter), deadline, missing: missingIn(matter) });
  return { key: `completion-request.${request}`, to: addressesOf(matter.state), message };
}

function completionReminder(matter: Matter): Outgoing {
  const { deadline } = completionIn(matter);
  const message = reminderMail({ ...aboutCase(matter), deadline, missing: missingIn(matter) });
  return { key: reminderKey(deadline), to: addressesOf(matter.state), message };
}

/** The last request that was answered; an answer that is told late tells what stands. */
function extensionAnswer(matter: Matter): Outgoing {
  const { deadline, extensions } = completionIn(matter);
  const answered = extensions.findLast(({ outcome }) => outcome !== 'awaited');
  if (!answered) throw new Error('no request for more time was answered');
  const { request, outcome, answer: reason = '' } = answered;
  const message = extensionMail({
    ...aboutCase(matter),
    deadline,
    reason,
    granted: outcome === 'granted',
  });
  return { key: `extension-answer.${request}`, to: addressesOf(matter.state), message };
}

function withdrawal(matter: Matter): Outgoing {
  const { withdrawnAt } = matter.state;
  if (!withdrawnAt) throw new Error('nothing was withdrawn');
  const message = withdrawalMail({ ...aboutCase(matter), withdrawnAt });
  return { key: 'withdrawal', to: addressesOf(matter.state), message };
}

function completionIn({ state }: Matter): Completion {
  if (!state.completion) throw new Error('no completion was requested');
  return state.completion;
}

/** What the applicant was asked for, in words. */
function missingIn(matter: Matter): readonly string[] {
  const { state, call } = matter;
  const { language } = aboutCase(matter);
  return completionIn(matter).missing.flatMap((item) => {
    if (item.text) return explainMissing(item, call, language);
    const finding = state.findings.find(
      ({ rule, subject }) => rule === item.rule && subject === item.subject,
    );
    return finding ? explainFinding(finding, call, language) : [];
  });
}

/** What every message about a registered case says of it. */
function aboutCase({ state, call, link }: Matter) {
  const { current, number } = required(state);
  const { language, title } = current.summary;
  return { call, link, language, number, title };
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

/** A correction that is not to the applicant's disadvantage hears nobody. */
function hearing({ state, call, link }: Matter): readonly Outgoing[] {
  const { correction: proposed } = state;
  if (!proposed?.hearUntil) return [];
  const made = madeOf(state);
  const { ground, reason, changes, hearUntil, proposal } = proposed;
  const { language } = made;
  const message = hearingMail({ call, link, language, decision: made, ground, reason, changes, hearUntil });
  return [{ key: `hearing.${proposal}`, to: addressesOf(state), message }];
}

function correction(matter: Matter): Outgoing {
  const { state } = matter;
  const { language } = madeOf(state);
  const message = correctionMail({ ...correctedIn(matter), language });
  return { key: `correction.${state.earlier.length}`, to: addressesOf(state), message };
}

function partnerCorrections(matter: Matter): readonly Outgoing[] {
  const { partners } = madeOf(matter.state);
  return partners.map(({ municipality, email, language }) => ({
    key: `partner-correction.${matter.state.earlier.length}.${municipality}`,
    to: [email],
    message: correctionMail({ ...correctedIn(matter), language }),
  }));
}

function rectificationReceived({ state, call, link, rectification }: Matter): Outgoing {
  const { request, requestedAt } = rectification ?? {};
  if (!request || !requestedAt) throw new Error('no rectification was requested');
  const { number, caseNumber, deadline } = request;
  const { language } = madeOf(state);
  const late = requestedAt > deadline;
  const message = rectificationReceivedMail({ call, link, language, number, caseNumber, requestedAt, late });
  return { key: 'rectification-received', to: addressesOf(state), message };
}

function rectificationDecision(matter: Matter): Outgoing {
  const { decided, ...about } = rectifiedIn(matter);
  const { language } = decided.decision;
  const message = rectificationDecidedMail({ ...about, language, decided });
  return { key: 'rectification-decision', to: addressesOf(matter.state), message };
}

function partnerRectifications(matter: Matter): readonly Outgoing[] {
  const { decided, ...about } = rectifiedIn(matter);
  return decided.decision.partners.map(({ municipality, email, language }) => ({
    key: `partner-rectification.${municipality}`,
    to: [email],
    message: rectificationDecidedMail({ ...about, language, decided }),
  }));
}

function rectifiedIn({ state, call, link, rectification = {} }: Matter) {
  const decided = rectificationDecisionOf(rectification, [...state.earlier, state]);
  if (!decided) throw new Error('the request for rectification is not decided');
  return { call, link, decided };
}

function correctedIn({ state, call, link }: Matter) {
  const made = madeOf(state);
  if (!made.correction) throw new Error('the decision was not corrected');
  return { call, link, decision: made, correction: made.correction };
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
