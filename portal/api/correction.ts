import type { RequestOf } from '../../contract/client.ts';
import { useCommand } from './command.ts';

type Statement = Omit<RequestOf<'POST /applications/{caseId}/statement'>, 'commandId'>;

/** Answers when one is heard about a correction. */
export function useStatement(caseId: string) {
  return useCommand('apply', (api, statement: Statement, commandId) =>
    api('POST /applications/{caseId}/statement', { path: { caseId }, body: { commandId, ...statement } }),
  );
}

export type Proposal = Omit<RequestOf<'POST /cases/{caseId}/corrections'>, 'commandId'>;

/** Proposes a correction of a decision. */
export function useProposal(caseId: string) {
  return useCommand('handle', (api, proposal: Proposal, commandId) =>
    api('POST /cases/{caseId}/corrections', { path: { caseId }, body: { commandId, ...proposal } }),
  );
}
