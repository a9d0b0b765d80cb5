import type { Call } from '../domain/call/call.ts';
import type { ApiClient } from './api-client.ts';
import type { Entrant } from './applications/entrants.ts';
import type { RunningCloud } from './cloud.ts';
import type { Progress } from './progress.ts';

/** What a rehearsal leaves behind for its outcome to be checked. */
export interface Rehearsed {
  readonly participants: readonly Participant[];
  /** The presenter's view of the API. */
  readonly presenter: ApiClient;
  /** The application whose only submission was broken. */
  readonly broken: Participant;
  /** What S3 said to the same file put a second time at the same address. */
  readonly secondPutStatus: number;
  /** How the API refused an application after the closing. */
  readonly afterClosing: string;
}

/** An entrant with the place its application has. */
export interface Participant {
  readonly entrant: Entrant;
  readonly caseId: string;
  readonly client: ApiClient;
}

/** What a rehearsal is played on. */
export interface Stage {
  readonly cloud: RunningCloud;
  readonly call: Call;
  readonly entrants: readonly Entrant[];
  readonly progress: Progress;
}
