import type { SchedulerClient } from '@aws-sdk/client-scheduler';
import type { SFNClient } from '@aws-sdk/client-sfn';
import type { SignedIn } from '../../domain/access/relations.ts';
import type { Actor } from '../../domain/log/event.ts';
import type { Bucket } from '../../store/files.ts';
import type { Table } from '../../store/table.ts';

/** What the officials' operations work with. */
export interface Means {
  readonly table: Table;
  readonly bucket: Bucket;
  readonly workflows: SFNClient;
  readonly scheduler: SchedulerClient;
}

/** An official, as a log names them. */
export function actorOf({ username }: SignedIn): Actor {
  return { kind: 'official', username };
}
