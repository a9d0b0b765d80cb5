import type { Cents } from '../money.ts';

/** What is to be known of a case to tell whether another has to do with it. */
export interface Known {
  readonly caseId: string;
  readonly callId: string;
  readonly number: string;
  readonly businessId: string;
  readonly applicantName: string;
  readonly title: string;
  /** Codes of all municipalities in it, the applicant's own among them. */
  readonly municipalities: readonly string[];
  readonly requestedCents: Cents;
  /** Absent until it is decided. */
  readonly awardedCents?: Cents;
  readonly withdrawn: boolean;
}

/** Another case that the same applicant or some of the same municipalities are in. */
export interface RelatedCase {
  readonly caseId: string;
  readonly callId: string;
  readonly number: string;
  readonly applicantName: string;
  readonly title: string;
  readonly requestedCents: Cents;
  readonly awardedCents?: Cents;
  readonly sameApplicant: boolean;
  /** Codes of the municipalities that are in both. */
  readonly municipalities: readonly string[];
}

/**
 * The cases, of the same call and of others, that have an applicant or a municipality in common with one, by their numbers. Nothing
 * bars separate applications by one municipality; they are put before the presenter, since a grant must be necessary when
 * other public support is considered (State Grants Act 688/2001 § 7, § 6).
 */
export function relatedTo(
  subject: Pick<Known, 'caseId' | 'businessId' | 'municipalities'>,
  all: readonly Known[],
): readonly RelatedCase[] {
  return all
    .filter(({ caseId, withdrawn }) => caseId !== subject.caseId && !withdrawn)
    .map((other) => relationOf(subject, other))
    .filter(({ sameApplicant, municipalities }) => sameApplicant || municipalities.length > 0)
    .sort((one, other) => (one.number < other.number ? -1 : 1));
}

function relationOf(subject: Pick<Known, 'businessId' | 'municipalities'>, other: Known): RelatedCase {
  const { caseId, callId, number, applicantName, title, requestedCents, awardedCents } = other;
  return {
    caseId,
    callId,
    number,
    applicantName,
    title,
    requestedCents,
    ...(awardedCents === undefined ? {} : { awardedCents }),
    sameApplicant: other.businessId === subject.businessId,
    municipalities: other.municipalities.filter((code) => subject.municipalities.includes(code)),
  };
}
