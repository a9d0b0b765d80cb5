import type { Sha256 } from '../canonical.ts';
import type { Commanding, Refusal } from '../log/decider.ts';
import type { Event } from '../log/event.ts';
import { type Cents, sumCents } from '../money.ts';
import type {
  AwardChanged,
  AwardChangeGivenUp,
  AwardMove,
  CallPublished,
  ReallocationApproved,
  ReallocationProposed,
  ReallocationReturned,
} from './events.ts';

/** What became of a call's awards since the decisions. */
export interface AwardsSince {
  /** What the approved plan and all changes since grant together. */
  readonly awardedCents: Cents;
  /** What each case has now, of those whose award was changed since the plan. */
  readonly changedAwards: Readonly<Record<string, { readonly cents: Cents; readonly declined: boolean }>>;
  /** Every change in turn: the id of its command, and how much more all awards came to by it. */
  readonly awardChanges: readonly { readonly commandId: string; readonly cents: Cents }[];
  /** The ids of the commands that were given up. */
  readonly givenUp: readonly string[];
  /** How many reallocations were proposed. */
  readonly reallocations: number;
  /** The last proposed reallocation, until it is returned. */
  readonly reallocation?: ReallocationProposed['data'] & {
    readonly proposedBy: string;
    readonly approved: boolean;
  };
  /** The plan of the last approved reallocation: the ranked list that the next one goes on with. */
  readonly reallocatedBy?: ReallocationProposed['data']['plan'];
  /** The call's appropriation where an approved reallocation changed it. */
  readonly appropriationCents?: Cents;
}

export type AwardCommand =
  | ({ readonly type: 'change-award' } & AwardChanged['data'])
  | { readonly type: 'approve-reallocation'; readonly plan: Sha256 };

export type ReallocationCommand =
  | AwardCommand
  | ({ readonly type: 'give-up-award-change' } & AwardChangeGivenUp['data'])
  | ({ readonly type: 'propose-reallocation' } & ReallocationProposed['data'])
  | ({ readonly type: 'return-reallocation' } & ReallocationReturned['data']);

/** What the rules of this file need to know of a call. */
interface Awarding extends AwardsSince {
  readonly stage: string;
  readonly published?: CallPublished['data'];
}

/** Why a change of awards was refused. */
export type AwardRefusal =
  | 'wrong-stage'
  | 'not-a-presenter'
  | 'decider-prepared'
  | 'reason-missing'
  | 'over-appropriation'
  /** The award is not what the command takes it to be, or not all changes are reckoned with. */
  | 'award-changed-meanwhile'
  | 'nothing-to-reallocate'
  | 'another-reallocation';

type AwardBody =
  | AwardChanged
  | AwardChangeGivenUp
  | ReallocationProposed
  | ReallocationApproved
  | ReallocationReturned;

type Of<Type extends ReallocationCommand['type']> = Extract<ReallocationCommand, { type: Type }>;
type Answer = AwardBody | Refusal<AwardRefusal>;

export const noAwards: AwardsSince = {
  awardedCents: 0,
  changedAwards: {},
  awardChanges: [],
  givenUp: [],
  reallocations: 0,
};

/** What a call has to give in all, from its announcement or from the last approved reallocation. */
export function appropriationOf({ appropriationCents, published }: Awarding): Cents {
  return appropriationCents ?? published?.call.appropriation.cents ?? 0;
}

/** The proposed reallocation that nobody has decided on yet. */
export function waitingReallocation({ reallocation }: AwardsSince): AwardsSince['reallocation'] {
  return reallocation?.approved ? undefined : reallocation;
}

/** How much more all awards come to by a command; less than 0 where it frees money. */
export function awardedMore({ reallocation }: AwardsSince, command: AwardCommand): Cents {
  return growth(command.type === 'change-award' ? [command] : (reallocation?.moves ?? []));
}

/** A changed award must fit in what the plan and the changes before it have left of the appropriation. */
export function changeAward(state: Awarding, { type: _, ...data }: Of<'change-award'>): Answer {
  return (
    refusalOfStage(state) ??
    refusalOfMoves(state, [data], appropriationOf(state)) ?? { type: 'award-changed', data }
  );
}

export function giveUpAwardChange(_: Awarding, { refused }: Of<'give-up-award-change'>): Answer {
  return { type: 'award-change-given-up', data: { refused } };
}

/** Nobody loses by a reallocation; a later proposal takes the place of one that is not approved yet. */
export function proposeReallocation(
  state: Awarding,
  { type: _, ...data }: Of<'propose-reallocation'>,
  isPresenter: boolean,
): Answer {
  if (!isPresenter) return { refused: 'not-a-presenter' };
  const refusal = refusalOfStage(state);
  if (refusal) return refusal;
  if (!data.reason.trim()) return { refused: 'reason-missing' };
  const idle = data.moves.length === 0 || data.moves.some(({ fromCents, toCents }) => toCents <= fromCents);
  if (idle) return { refused: 'nothing-to-reallocate' };
  if (data.afterChanges !== state.awardChanges.length) return { refused: 'award-changed-meanwhile' };
  return (
    refusalOfMoves(state, data.moves, data.appropriationCents) ?? { type: 'reallocation-proposed', data }
  );
}

/**
 * Approves exactly the proposed plan, by its digest, and changes the awards by the same event. Refused where an award was
 * changed since it was proposed: another plan might then be the right one.
 */
export function approveReallocation(
  state: Awarding,
  { plan }: Of<'approve-reallocation'>,
  { actor }: Commanding,
): Answer {
  const reallocation = waitingReallocation(state);
  const refusal = refusalOfStage(state);
  if (refusal) return refusal;
  if (reallocation?.plan.sha256 !== plan) return { refused: 'another-reallocation' };
  if (actor.kind === 'official' && actor.username === reallocation.proposedBy) {
    return { refused: 'decider-prepared' };
  }
  if (reallocation.afterChanges !== state.awardChanges.length) return { refused: 'award-changed-meanwhile' };
  const { moves, appropriationCents } = reallocation;
  return (
    refusalOfMoves(state, moves, appropriationCents) ?? {
      type: 'reallocation-approved',
      data: { plan, moves, appropriationCents },
    }
  );
}

export function returnReallocation(state: Awarding, { plan, reason }: Of<'return-reallocation'>): Answer {
  if (waitingReallocation(state)?.plan.sha256 !== plan) return { refused: 'another-reallocation' };
  return reason.trim()
    ? { type: 'reallocation-returned', data: { plan, reason } }
    : { refused: 'reason-missing' };
}

export function applyToAwards<State extends AwardsSince>(state: State, event: Event<AwardBody>): State {
  switch (event.type) {
    case 'award-changed':
      return moved(state, [event.data], event.commandId, event.data.cause.kind === 'declined');
    case 'award-change-given-up':
      return { ...state, givenUp: [...state.givenUp, event.commandId] };
    case 'reallocation-proposed': {
      const proposedBy = event.actor.kind === 'official' ? event.actor.username : '';
      const { reallocation: reallocations } = event.data;
      return { ...state, reallocations, reallocation: { ...event.data, proposedBy, approved: false } };
    }
    case 'reallocation-approved':
      return {
        ...moved(state, event.data.moves, event.commandId),
        appropriationCents: event.data.appropriationCents,
        reallocatedBy: state.reallocation?.plan,
        reallocation: state.reallocation && { ...state.reallocation, approved: true },
      };
    case 'reallocation-returned': {
      const { reallocation: _, ...others } = state;
      return others as State;
    }
    default:
      throw new TypeError(`awards have no event ${(event satisfies never as Event).type}`);
  }
}

function moved<State extends AwardsSince>(
  state: State,
  moves: readonly AwardMove[],
  commandId: string,
  declined = false,
): State {
  const cents = growth(moves);
  const changed = moves.map(({ caseNumber, toCents }) => [caseNumber, { cents: toCents, declined }]);
  return {
    ...state,
    awardedCents: state.awardedCents + cents,
    changedAwards: { ...state.changedAwards, ...Object.fromEntries(changed) },
    awardChanges: [...state.awardChanges, { commandId, cents }],
  };
}

function growth(moves: readonly AwardMove[]): Cents {
  return sumCents(moves.map(({ toCents }) => toCents)) - sumCents(moves.map(({ fromCents }) => fromCents));
}

function refusalOfStage({ stage }: Awarding): Refusal<AwardRefusal> | undefined {
  return stage === 'decided' || stage === 'finished'
    ? undefined
    : { refused: 'wrong-stage', details: { stage } };
}

function refusalOfMoves(
  { changedAwards, awardedCents: before }: Awarding,
  moves: readonly AwardMove[],
  appropriationCents: Cents,
): Refusal<AwardRefusal> | undefined {
  for (const { caseNumber, fromCents } of moves) {
    const { cents = fromCents, declined = false } = changedAwards[caseNumber] ?? {};
    if (declined || cents !== fromCents) {
      return { refused: 'award-changed-meanwhile', details: { caseNumber, awardedCents: cents } };
    }
  }
  const awardedCents = before + growth(moves);
  return awardedCents > appropriationCents
    ? { refused: 'over-appropriation', details: { awardedCents, appropriationCents } }
    : undefined;
}
