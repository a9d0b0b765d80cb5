import type { Decision } from '../../../domain/decision/decision.ts';
import { correctionGrounds } from '../../../texts/correction.ts';
import { formatInstant } from '../../../texts/format.ts';
import { correctionTexts } from '../../../texts/portal/correction.ts';
import type { CasePage } from '../../api/official.ts';
import { Facts } from '../../frame/facts.tsx';
import { ProposedChanges } from '../../frame/proposed-changes.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { ProposalForm } from './proposal-form.tsx';

interface CorrectionPartProps {
  readonly view: CasePage;
  readonly decision: Decision;
  readonly mayPropose: boolean;
  /** Whether the reader has the proposal among the tasks above. */
  readonly isOwnTask: boolean;
}

/** The correction of a decision: proposed and waiting, made, or the form to propose one. */
export function CorrectionPart({ view, decision, mayPropose, isOwnTask }: CorrectionPartProps) {
  const t = useTexts(correctionTexts);
  const { language } = useLanguage();
  const { correction: made } = decision;
  return (
    <>
      {made && made.ground !== 'reallocation' && (
        <section className="panel" aria-labelledby="corrected">
          <h2 id="corrected">{t.done(formatInstant(made.at, language))}</h2>
          <Facts
            facts={[
              [t.ground, correctionGrounds[made.ground][language]],
              [t.reason, made.reason],
            ]}
          />
        </section>
      )}
      {view.correction && !isOwnTask && (
        <section className="panel panel-warning" aria-labelledby="correction">
          <h2 id="correction">{t.proposed}</h2>
          <ProposedCorrection view={view} decision={decision} correction={view.correction} />
          <p>{t.waits}</p>
        </section>
      )}
      {mayPropose && !view.correction && <ProposalForm caseId={view.caseId} decision={decision} />}
    </>
  );
}

interface ProposedCorrectionProps {
  readonly view: CasePage;
  readonly decision: Decision;
  readonly correction: NonNullable<CasePage['correction']>;
}

/** What would be corrected and why, who proposed it, and what the applicant said where it is heard. */
export function ProposedCorrection({ view, decision, correction }: ProposedCorrectionProps) {
  const t = useTexts(correctionTexts);
  const { language } = useLanguage();
  const { changes, ground, reason, proposedBy, hearUntil, answer, causedByApplicant } = correction;
  const needsConsent = hearUntil && ground === 'factual-error' && !causedByApplicant;
  return (
    <>
      <ProposedChanges decision={decision} changes={changes} />
      <Facts
        facts={[
          [t.ground, correctionGrounds[ground][language]],
          [t.reason, reason],
          [t.proposedBy, view.officialNames[proposedBy] ?? proposedBy],
          hearUntil ? [t.heardUntil, formatInstant(hearUntil, language)] : undefined,
          hearUntil
            ? [
                t.statement,
                answer
                  ? `${answer.consents ? t.consents : t.consentsNot}: ${answer.statement}`
                  : t.noStatement,
              ]
            : undefined,
        ]}
      />
      {needsConsent && !answer?.consents && <p>{t.needsConsent}</p>}
    </>
  );
}
