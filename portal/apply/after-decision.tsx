import type { Decision } from '../../domain/decision/decision.ts';
import { formatInstant } from '../../texts/format.ts';
import type { applyTexts } from '../../texts/portal/apply.ts';
import type { ApplicantCase } from '../api/applicant.ts';
import { useOwnRectification } from '../api/rectification.ts';
import { type InLanguage, useLanguage } from '../language/language.tsx';
import { DecisionPart } from './decision-part.tsx';
import { Declining } from './declining.tsx';
import { Hearing } from './hearing.tsx';
import { Rectification, RectificationRequest } from './rectification.tsx';

interface AfterDecisionProps {
  readonly caseId: string;
  readonly application: ApplicantCase;
  readonly decision: Decision;
  readonly t: InLanguage<typeof applyTexts>;
}

/** The decision and all that can follow on it, what waits for an answer or was decided last first. */
export function AfterDecision({ caseId, application, decision, t }: AfterDecisionProps) {
  const { language } = useLanguage();
  const rectification = useOwnRectification(caseId, true).data;
  const { hearing, declinedAt, requirements } = application;
  const decided = rectification?.decided;
  const awardedCents = decided?.awardedCents ?? decision.awardedCents;
  return (
    <>
      {hearing && <Hearing caseId={caseId} decision={decision} hearing={hearing} />}
      {rectification && <Rectification caseId={caseId} rectification={rectification} />}
      {declinedAt && (
        <p className="entry" role="status">
          {t.declined(formatInstant(declinedAt, language))}
        </p>
      )}
      <DecisionPart
        caseId={caseId}
        decision={decision}
        requirements={requirements}
        replacedBy={decided?.outcome === 'changed' ? rectification?.request.number : undefined}
        t={t}
      />
      {rectification === null && <RectificationRequest caseId={caseId} />}
      {awardedCents > 0 && !declinedAt && <Declining caseId={caseId} awardedCents={awardedCents} t={t} />}
    </>
  );
}
