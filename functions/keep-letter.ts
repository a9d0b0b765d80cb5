import { type Sha256, type StoredFile, sha256 } from '../domain/canonical.ts';
import type { LetterRendered } from '../domain/case/events.ts';
import type { Instant } from '../domain/time.ts';
import type { LetterRenderer } from '../letters/render.ts';
import { type Bucket, keepFile } from '../store/files.ts';
import { listLetter } from '../store/letters.ts';
import type { Table } from '../store/table.ts';
import type { LetterContent } from '../texts/letter/content.ts';

interface Places {
  readonly table: Table;
  readonly bucket: Bucket;
  readonly archive: Bucket;
  readonly renderer: LetterRenderer;
}

interface Letter {
  readonly caseId: string;
  readonly content: LetterContent;
  /** The courtesy translation into English. */
  readonly translation: LetterContent;
  /** The digest that the letter prints. */
  readonly digest: Sha256;
  /** Until when the archive keeps its copy, whatever anybody does. */
  readonly retainUntil: Instant;
}

/**
 * Renders a letter: the one that is sent, a courtesy translation, and the copy for the archive, each kept under its digest
 * and findable by it, so that whoever holds the letter can verify it from its first moment. Doing it again changes
 * nothing.
 */
export async function keepLetter(
  { table, bucket, archive, renderer }: Places,
  { caseId, content, translation, digest, retainUntil }: Letter,
): Promise<LetterRendered['data']> {
  const pdf = renderer.render(content);
  const letter = await keepPdf(bucket, caseId, pdf);
  const translated = await keepPdf(bucket, caseId, renderer.render(translation));
  const archived = await keepPdf(archive, caseId, renderer.render(content, 'a-2a'), retainUntil);
  const digests = [letter.sha256, translated.sha256, archived.sha256, digest];
  await Promise.all(digests.map((one) => listLetter(table, one, caseId)));
  return { ...letter, sizeBytes: pdf.byteLength, archived, translation: translated };
}

async function keepPdf(
  where: Bucket,
  caseId: string,
  pdf: Uint8Array,
  retainUntil?: Instant,
): Promise<StoredFile> {
  const digest = sha256(pdf);
  const key = `letters/${caseId}/${digest}.pdf`;
  await keepFile(where, key, pdf, 'application/pdf', retainUntil);
  return { key, sha256: digest };
}
