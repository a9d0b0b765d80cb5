import type { Text } from '../language.ts';
import type { Cents } from '../money.ts';
import type { Instant } from '../time.ts';
import type { ApplicantKind, Call, Opening } from './call.ts';

/** What Decree 1394/2022 § 1 has an authority tell of a call, at the latest when it announces it. */
export interface Announcement {
  readonly format: 'anslag-call-1';
  readonly id: string;
  /** 1 */
  readonly authority: Text;
  /** 2 */
  readonly name: Text;
  /** 3 and 8: what it is for. */
  readonly description: Text;
  /** 4: a project grant (State Grants Act § 5, 3 mom. 2 p.). */
  readonly grantType: 'project';
  /** 5 */
  readonly recipients: readonly ApplicantKind[];
  /** 6 */
  readonly period: 'limited';
  /** 7 */
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** 8 */
  readonly goals: readonly Text[];
  /** 9 */
  readonly totalCents: Cents;
  /** 2 mom.: where more is told. */
  readonly address: string;
}

export function announcementOf(call: Call, { opensAt, closesAt }: Opening, address: string): Announcement {
  return {
    format: 'anslag-call-1',
    id: call.id,
    authority: call.authority.name,
    name: call.name,
    description: call.purpose,
    grantType: 'project',
    recipients: call.applicants.kinds,
    period: 'limited',
    opensAt,
    closesAt,
    goals: call.themes.map(({ name }) => name),
    totalCents: call.appropriation.cents,
    address,
  };
}
