import type { Decision } from '../../../domain/decision/decision.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import type { CasePage, QueuedTask } from '../../api/official.ts';
import { useRelations } from '../../api/roles.ts';
import { FileButton } from '../../frame/file-button.tsx';
import { useTexts } from '../../language/language.tsx';
import { CorrectionPart } from './correction-part.tsx';
import { RectificationPart } from './rectification-part.tsx';

interface AfterDecisionProps {
  readonly view: CasePage;
  readonly decision: Decision;
  readonly tasks: readonly QueuedTask[];
}

/** The letter of a decided case, and what followed on it. */
export function AfterDecision({ view, decision, tasks }: AfterDecisionProps) {
  const t = useTexts(handleTexts);
  const { caseId, callId, letter } = view;
  const isPresenter = useRelations(callId).has('presenter');
  const isOwn = (kind: QueuedTask['kind']) => tasks.some((task) => task.kind === kind);
  return (
    <>
      {letter && (
        <FileButton
          side="handle"
          ask={(api) => api('GET /cases/{caseId}/letter', { path: { caseId } })}
          text={t.letter}
        />
      )}
      {!isOwn('decide-rectification') && <RectificationPart view={view} />}
      <CorrectionPart
        view={view}
        decision={decision}
        mayPropose={isPresenter}
        isOwnTask={isOwn('decide-correction')}
      />
    </>
  );
}
