import type { Clock } from '../clock.ts';
import type { Database } from '../database.ts';
import type { JsonOperations, Place } from '../service.ts';
import type { CallAccess } from './calls.ts';
import type { TargetService } from './targets.ts';

/** What rules and schedules need of the cloud to deliver. */
export interface Surroundings {
  readonly clock: Clock;
  readonly database: Database;
  readonly place: Place;
  readonly access: CallAccess;
  readonly operationsOf: (service: TargetService) => JsonOperations;
  /** Told what AWS would only count in a metric: deliveries given up. */
  readonly warn: (message: string) => void;
}
