import * as z from 'zod/mini';
import { application, applicationFileName } from '../contract/application.ts';
import { type Reading, readJson } from '../contract/faults.ts';
import { instant, opaqueId } from '../contract/fields.ts';
import type { Application } from '../domain/application/application.ts';
import type { Summary } from '../domain/case/events.ts';
import { type Bucket, readFile } from '../store/files.ts';

/** One version of an application in the bucket, as the steps of the intake hand it on. */
export const submission = z.object({
  caseId: opaqueId,
  version: z.int().check(z.positive()),
  arrivedAt: instant,
});

export type Submission = z.infer<typeof submission>;

/** Where a version's file lies. */
export function keyOf(caseId: string, version: number, fileName: string): string {
  return `applications/${caseId}/${version}/${fileName}`;
}

/** Reads a version's `application.json` by the contract. */
export async function readApplication(
  bucket: Bucket,
  { caseId, version }: Pick<Submission, 'caseId' | 'version'>,
): Promise<Reading<Application>> {
  const bytes = await readFile(bucket, keyOf(caseId, version, applicationFileName));
  return readJson(application, Buffer.from(bytes).toString('utf8'));
}

/** Reads a version that was accepted, so that a fault now means that its bytes are not what they were. */
export async function readAccepted(
  bucket: Bucket,
  place: Pick<Submission, 'caseId' | 'version'>,
): Promise<Application> {
  const reading = await readApplication(bucket, place);
  if ('faults' in reading) throw new Error(`accepted version ${place.version} cannot be read any more`);
  return reading.value;
}

/** What lists and mails need to know of an application. */
export function summaryOf({
  applicant,
  contact,
  project,
  language,
  financing,
  participants,
}: Application): Summary {
  return {
    applicantName: applicant.name,
    title: project.title,
    language,
    email: applicant.email,
    contactEmail: contact.email,
    requestedCents: financing.requestedCents,
    otherPublicCents: financing.otherPublicCents,
    municipalities: municipalitiesIn(applicant, participants),
  };
}

/** The codes of all municipalities of a project, each once, in their order. */
function municipalitiesIn(
  { municipality }: Application['applicant'],
  participants: Application['participants'],
): readonly string[] {
  const codes = participants.map((participant) => participant.municipality);
  return [...new Set([...(municipality ? [municipality] : []), ...codes])].sort();
}
