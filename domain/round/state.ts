import type { Sha256 } from '../canonical.ts';
import type { BatchSignature } from '../decision/batch.ts';
import type { Event } from '../log/event.ts';
import { applyToMails, isMail, type Mail } from '../mail/ledger.ts';
import type { Instant } from '../time.ts';
import { type AwardsSince, applyToAwards, noAwards } from './awards.ts';
import { correctedBy } from './correct-call.ts';
import type {
  AllocationChange,
  AllocationProposed,
  CallPublished,
  DecisionsDrafted,
  DraftsReturned,
  Remark,
  ResultsPublished,
  RoundBody,
} from './events.ts';
import { type OfficialsNamed, officialsAfter } from './name-officials.ts';
import { type DeclaredTies, withTies } from './ties.ts';

/** How far a call has come. */
export type RoundStage =
  | 'unpublished'
  | 'published'
  | 'closed'
  | 'proposed'
  | 'approved'
  | 'drafted'
  /** Single drafts came back with remarks, for a presenter to add to. */
  | 'returned'
  | 'decided'
  | 'finished';

/** What the events of a call add up to. */
export interface RoundState extends AwardsSince {
  readonly stage: RoundStage;
  readonly published?: CallPublished['data'];
  readonly proposal?: AllocationProposed['data'];
  /** What the presenter who returned the last plan asked to be done otherwise. */
  readonly change?: AllocationChange;
  readonly drafts?: DecisionsDrafted['data'];
  /** What the decision maker said of single drafts, of those that came back last. */
  readonly remarks: readonly Remark[];
  /** What presenters added to the reasons of single drafts. */
  readonly additions: readonly Remark[];
  /** The batches whose remarks were answered. */
  readonly revised: readonly Sha256[];
  readonly signature?: BatchSignature;
  readonly results?: ResultsPublished['data']['results'];
  readonly planApprovedAt?: Instant;
  /** Who approved the plan, and who asked for another or revised drafts; they prepared the decisions too. */
  readonly planApprovedBy?: string;
  readonly revisedBy: readonly string[];
  /** Who approved the drafts, and so decided every case of the batch. */
  readonly decidedBy?: string;
  /** Which cases officials have declared to be barred from, and which not. */
  readonly ties: DeclaredTies;
  readonly mails: readonly Mail[];
  /** What was answered about each plan and each batch of drafts, by its digest. */
  readonly answers: readonly {
    readonly about: Sha256;
    readonly approved: boolean;
    readonly revise?: boolean;
  }[];
}

export const initialRound: RoundState = {
  stage: 'unpublished',
  answers: [],
  ties: {},
  mails: [],
  ...noAwards,
  remarks: [],
  additions: [],
  revised: [],
  revisedBy: [],
};

/** The state after one more event. Every event of `RoundBody` is considered; an unknown one is a bug and throws. */
export function applyToRound(state: RoundState, event: Event<RoundBody>): RoundState {
  if (isMail(event)) return { ...state, mails: applyToMails(state.mails, event) };
  switch (event.type) {
    case 'call-published':
      return { ...state, stage: 'published', published: event.data };
    case 'call-corrected':
      return { ...state, published: correctedBy(event.data, state.published) };
    case 'officials-named':
      return { ...state, ...withOfficials(state, event.data) };
    case 'call-closed':
      return { ...state, stage: 'closed' };
    case 'ties-declared': {
      const [username = ''] = officialOf(event);
      return { ...state, ties: withTies(state.ties, username, event.data) };
    }
    case 'allocation-proposed':
      return { ...state, stage: 'proposed', proposal: event.data };
    case 'plan-returned':
      return {
        ...state,
        stage: 'closed',
        change: { ...state.change, ...event.data.instead },
        revisedBy: [...state.revisedBy, ...officialOf(event)],
        answers: answered(state, event.data.plan, false),
      };
    case 'plan-approved':
      return {
        ...state,
        stage: 'approved',
        awardedCents: event.data.awardedCents,
        ...approver(event),
        answers: answered(state, event.data.plan, true),
      };
    case 'decisions-drafted':
      return { ...state, stage: 'drafted', drafts: event.data };
    case 'drafts-returned':
      return returned(state, event.data);
    case 'drafts-revised':
      return {
        ...state,
        stage: 'approved',
        additions: [...state.additions, ...event.data.additions],
        revised: [...state.revised, event.data.batch],
        revisedBy: [...state.revisedBy, ...officialOf(event)],
      };
    case 'batch-signed':
      return { ...state, signature: event.data };
    case 'drafts-approved':
      return {
        ...state,
        stage: 'decided',
        answers: answered(state, event.data.batch, true),
        ...(event.actor.kind === 'official' ? { decidedBy: event.actor.username } : {}),
      };
    case 'award-changed':
    case 'award-change-given-up':
    case 'reallocation-proposed':
    case 'reallocation-approved':
    case 'reallocation-returned':
      return applyToAwards(state, event);
    case 'results-published':
      return { ...state, stage: 'finished', results: event.data.results };
    case 'allocation-searched':
    case 'what-if-noted':
    case 'step-failed':
    case 'task-overdue':
      return state;
    default:
      throw new TypeError(`a call has no event ${(event satisfies never as Event).type}`);
  }
}

function withOfficials(
  { published }: RoundState,
  change: OfficialsNamed['data'],
): Pick<RoundState, 'published'> {
  if (!published) return {};
  return { published: { ...published, officials: officialsAfter(published.officials, change) } };
}

function answered({ answers }: RoundState, about: Sha256, approved: boolean): RoundState['answers'] {
  return [...answers, { about, approved }];
}

/** Remarks on single drafts leave the plan as it is; without them it is thought over again, from the beginning. */
function returned(state: RoundState, { batch, remarks = [] }: DraftsReturned['data']): RoundState {
  const revise = remarks.length > 0;
  return {
    ...state,
    stage: revise ? 'returned' : 'closed',
    remarks,
    answers: [...state.answers, { about: batch, approved: false, revise }],
    ...(revise ? {} : { additions: [] }),
  };
}

function approver(event: Event): Pick<RoundState, 'planApprovedBy' | 'planApprovedAt'> {
  const [planApprovedBy] = officialOf(event);
  return planApprovedBy ? { planApprovedBy, planApprovedAt: event.at } : {};
}

function officialOf({ actor }: Event): readonly string[] {
  return actor.kind === 'official' ? [actor.username] : [];
}
