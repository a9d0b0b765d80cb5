import type { ApplicantKind, CostCategory } from '../call/call.ts';
import type { Sha256 } from '../canonical.ts';
import type { CaseLanguage } from '../language.ts';
import type { Cents } from '../money.ts';
import type { LocalDate } from '../time.ts';

/**
 * What an applicant submits, one version of it: the content of `application.json`.
 * Decree 893/2019 § 6 says what an application must show; the call's required parts are texts by their ids.
 */
export interface Application {
  readonly format: 'anslag-application-1';
  readonly callId: string;
  /** The language the applicant uses and the decision is given in (Language Act 423/2003 § 12, § 19). */
  readonly language: CaseLanguage;
  readonly applicant: Applicant;
  readonly contact: Contact;
  readonly project: Project;
  /** The required parts' texts by id; a part that is left out or blank is missing. */
  readonly parts: Readonly<Record<string, string>>;
  /** The municipalities that carry out the project with the applicant; for a joint authority all of them. */
  readonly participants: readonly Participant[];
  readonly costs: readonly CostItem[];
  readonly financing: Financing;
  readonly attachments: readonly Attachment[];
}

export interface Applicant {
  readonly kind: ApplicantKind;
  readonly name: string;
  readonly businessId: string;
  /** Statistics Finland's code, for a municipality. */
  readonly municipality?: string;
  /** Where the authority writes to: the applicant's official address. */
  readonly email: string;
}

export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
}

export interface Project {
  readonly title: string;
  readonly summary: string;
  /** Ids of the call's themes that the project emphasises. */
  readonly themes: readonly string[];
  readonly starts: LocalDate;
  readonly ends: LocalDate;
}

export interface Participant {
  /** Statistics Finland's code. */
  readonly municipality: string;
  readonly email: string;
  /** What it pays itself. */
  readonly shareCents: Cents;
  /** Takes no part itself: the joint authority that applies acts on its behalf. */
  readonly represented?: boolean;
}

/** One row of the budget. */
export interface CostItem {
  readonly category: CostCategory;
  readonly description: string;
  /** The whole cost as the applicant counts it, value added tax included where `vatCents` says so. */
  readonly cents: Cents;
  /** The value added tax within `cents`; 0 where the cost is counted without it. */
  readonly vatCents: Cents;
  /** Charged by a unit of the municipality or joint authority itself (Decree 893/2019 § 5). */
  readonly internal?: boolean;
}

/** Decree 893/2019 § 6, 5 p.: the total financing and the partners' shares. */
export interface Financing {
  readonly requestedCents: Cents;
  readonly ownCents: Cents;
  /** Other public support to the same project (State Grants Act 688/2001 § 6, § 7). */
  readonly otherPublicCents: Cents;
}

/** A file that belongs to the application, by the digest of its bytes. */
export interface Attachment {
  readonly name: string;
  readonly sizeBytes: number;
  readonly type: AttachmentType;
  readonly sha256: Sha256;
}

export type AttachmentType = 'application/pdf' | 'image/png' | 'image/jpeg' | 'text/plain';

/** The municipalities that carry the project out: the applicant, where it is one, and the participants. */
export function municipalitiesOf({ applicant, participants }: Application): readonly string[] {
  const codes = participants.map(({ municipality }) => municipality);
  return [...new Set([...(applicant.municipality ? [applicant.municipality] : []), ...codes])];
}
