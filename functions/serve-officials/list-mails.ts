import type { SignedIn } from '../../domain/access/relations.ts';
import { listCases, readCase } from '../../store/cases.ts';
import type { Table } from '../../store/table.ts';
import { type AskedPart, partOf } from '../paging.ts';
import { type Subject, seenBy } from './subject.ts';

/** The ledger of a call's messages: those of its cases that the person may see, and those to its officials; the newest first. */
export async function listMails(
  table: Table,
  person: SignedIn,
  subject: Subject,
  asked: AskedPart,
): Promise<object> {
  const { callId, state } = subject.round;
  const ofCases = await Promise.all(
    (await listCases(table, callId)).map(async ({ caseId }) => {
      const { state: one } = await readCase(table, caseId);
      const seen = seenBy(person, subject, caseId, one);
      const { number, current } = one;
      const about = { caseId, caseNumber: number, applicantName: current?.summary.applicantName };
      return (seen?.mails ?? []).map((mail) => ({ ...mail, ...about }));
    }),
  );
  const mails = [...ofCases.flat(), ...state.mails.map((mail) => ({ ...mail, caseId: undefined }))];
  return partOf(
    'mails',
    mails,
    ({ wantedAt, caseId = '', key }) => `${wantedAt}#${caseId}#${key}`,
    asked,
    'descending',
  );
}
