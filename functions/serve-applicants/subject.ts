import { relationsOfApplicant } from '../../domain/access/relations.ts';
import type { CaseBody } from '../../domain/case/events.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { KeptEvent } from '../../domain/log/event.ts';
import { readCase } from '../../store/cases.ts';
import { findDraft, type KeptDraft } from '../../store/drafts.ts';
import type { Table } from '../../store/table.ts';
import type { Finding } from '../api.ts';
import type { Asked } from '../asked.ts';

/** What an applicant's request is about, as far as its path says: each part throws where the path has none. */
export interface Subject {
  readonly case: OfCase;
  readonly draft: KeptDraft;
}

interface OfCase {
  readonly caseId: string;
  readonly state: CaseState;
  readonly events: readonly KeptEvent<CaseBody>[];
}

/**
 * Finds what a request is about: the draft or the case that its path leads to, and what the person is to its
 * organisation. A request that names the organisation itself is let in here and looked at by its operation.
 */
export async function subjectOf(table: Table, { path, person }: Asked): Promise<Finding<Subject>> {
  const { draftId, caseId } = path;
  const draft = draftId === undefined ? undefined : await findDraft(table, draftId);
  const found = caseId === undefined ? undefined : { caseId, ...(await readCase(table, caseId)) };
  const isMissing =
    (draftId !== undefined && !draft) || (caseId !== undefined && found?.state.callId === undefined);
  if (isMissing) return { refused: 'not-found', status: 404 };
  const subject: Subject = {
    get case() {
      return given(found, 'case');
    },
    get draft() {
      return given(draft, 'draft');
    },
  };
  const relations = relationsOfApplicant(person, {
    ...(draft ? { businessId: draft.draft.businessId, editors: draft.editors } : {}),
    ...(found?.state.businessId ? { businessId: found.state.businessId } : {}),
  });
  return { subject, relations };
}

function given<Part>(part: Part | undefined, name: string): Part {
  if (part === undefined) throw new Error(`the route has no ${name} in its path`);
  return part;
}
