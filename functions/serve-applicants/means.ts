import type { SignedIn } from '../../domain/access/relations.ts';
import type { Actor } from '../../domain/log/event.ts';
import type { Bucket } from '../../store/files.ts';
import type { Table } from '../../store/table.ts';

/** What the applicants' operations work with. */
export interface Means {
  readonly table: Table;
  readonly bucket: Bucket;
}

/** A person of an applicant, as a log names them. */
export function actorOf({ username }: SignedIn, businessId = ''): Actor {
  return { kind: 'applicant', username, businessId };
}

/** Whether a person may act for an organisation. */
export function actsFor({ groups }: SignedIn, { businessId }: { readonly businessId?: string }): boolean {
  return businessId !== undefined && groups.includes(businessId);
}
