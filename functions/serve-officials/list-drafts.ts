import type { SignedIn } from '../../domain/access/relations.ts';
import type { ListedDraft } from '../../domain/decision/batch.ts';
import type { Decision } from '../../domain/decision/decision.ts';
import { readCase } from '../../store/cases.ts';
import { addressForDownload, type Bucket, readDocument } from '../../store/files.ts';
import type { Table } from '../../store/table.ts';
import type { Answer } from '../answer.ts';
import { type Subject, seenBy } from './subject.ts';

interface Means {
  readonly table: Table;
  readonly bucket: Bucket;
}

/** A draft as whoever decides goes through the list of them. */
interface DraftSummary extends Pick<Decision, 'caseNumber' | 'title' | 'outcome' | 'awardedCents'> {
  readonly caseId: string;
  readonly applicant: string;
  readonly requestedCents: number;
  readonly digest: string;
  readonly preview: ListedDraft['preview'];
}

/** The drafts of a call that are there now and that an official may see, with the batch they are approved by. */
export async function listDrafts(
  { table, bucket }: Means,
  subject: Subject,
  person: SignedIn,
): Promise<{ batch?: string; remarks: unknown; drafts: readonly DraftSummary[] }> {
  const { round } = subject;
  const { drafts, remarks } = round.state;
  if (!drafts) return { remarks: [], drafts: [] };
  const listed = await readDocument<ListedDraft[]>(bucket, drafts.list);
  const summaries = await Promise.all(
    listed.map(async ({ caseId, draft, preview }): Promise<readonly DraftSummary[]> => {
      const { state } = await readCase(table, caseId);
      if (!seenBy(person, subject, caseId, state)) return [];
      const decision = await readDocument<Decision>(bucket, draft);
      const { caseNumber, title, outcome, awardedCents, applicant, costs } = decision;
      const { requestedCents } = costs;
      const about = { caseId, caseNumber, title, outcome, awardedCents, requestedCents };
      return [{ ...about, applicant: applicant.name, digest: draft.sha256, preview }];
    }),
  );
  return { batch: drafts.batch, remarks, drafts: summaries.flat() };
}

/** Where the letter that a draft would become can be read for some minutes. */
export async function previewOf(bucket: Bucket, { caseNumber, preview }: DraftSummary): Promise<Answer> {
  const fileName = `${caseNumber.replaceAll('/', '-')}-draft.pdf`;
  const url = await addressForDownload(bucket, preview.key, fileName);
  return { status: 200, document: { url, sha256: preview.sha256 } };
}
