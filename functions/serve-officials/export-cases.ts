import type { SignedIn } from '../../domain/access/relations.ts';
import { listCases, readCase } from '../../store/cases.ts';
import type { Table } from '../../store/table.ts';
import { caseColumns, type ListedCase, stageNames } from '../../texts/case-list.ts';
import { asCsv } from '../../texts/csv.ts';
import { formatInstant } from '../../texts/format.ts';
import type { Language } from '../../texts/language.ts';
import type { Answer } from '../answer.ts';
import { type Subject, seenBy } from './subject.ts';
import { asWorkbook } from './workbook.ts';

interface Reader {
  readonly person: SignedIn;
  readonly language: Language;
  readonly subject: Subject;
}

/** A call's registered cases as CSV, for programs: euros with a point. */
export async function casesAsCsv(table: Table, reader: Reader): Promise<Answer> {
  const lines = await casesSeenBy(table, reader);
  const rows = lines.map((line) =>
    caseColumns.map(({ format, value }) => {
      const shown = value(line) ?? '';
      return typeof shown === 'number' ? shown.toFixed(format === 'euros' ? 2 : 1) : shown;
    }),
  );
  const text = asCsv([caseColumns.map(({ name }) => name[reader.language]), ...rows]);
  return { status: 200, text, type: 'text/csv; charset=utf-8; header=present' };
}

/** The same as a workbook, for people. */
export async function casesAsWorkbook(table: Table, reader: Reader): Promise<Answer> {
  const { language, subject } = reader;
  const lines = await casesSeenBy(table, reader);
  const bytes = asWorkbook(
    subject.round.published.call.name[language],
    caseColumns.map(({ name, format }) => ({ name: name[language], format })),
    lines.map((line) => caseColumns.map(({ value }) => value(line))),
  );
  return {
    status: 200,
    bytes,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: `${subject.round.callId}.xlsx`,
  };
}

/** The cases that a reader may know of, with points only where they may see them. */
async function casesSeenBy(
  table: Table,
  { person, language, subject }: Reader,
): Promise<readonly ListedCase[]> {
  const { callId } = subject.round;
  const listings = (await listCases(table, callId)).filter(({ number }) => number !== undefined);
  const lines = await Promise.all(
    listings.map(async ({ caseId }): Promise<readonly ListedCase[]> => {
      const { state } = await readCase(table, caseId);
      const seen = seenBy(person, subject, caseId, state);
      if (!seen) return [];
      const { number = '', businessId = '', stage, arrivedAt = '', current, points } = seen;
      const { applicantName = '', title = '', requestedCents = 0 } = current?.summary ?? {};
      return [
        {
          number,
          applicantName,
          businessId,
          title,
          stage: stageNames[stage][language],
          arrivedAt: arrivedAt && formatInstant(arrivedAt, language),
          requestedCents,
          ...(points ? { points: points.numerator / points.denominator } : {}),
          ...(seen.decision ? { awardedCents: seen.decision.awardedCents } : {}),
          ...(seen.decidedAt ? { decidedAt: formatInstant(seen.decidedAt, language) } : {}),
        },
      ];
    }),
  );
  return lines.flat();
}
