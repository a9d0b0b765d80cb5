import type { Decision } from '../../domain/decision/decision.ts';
import { formatEuros } from '../../texts/format.ts';
import { outcomeNames } from '../../texts/mails.ts';
import type { applyTexts } from '../../texts/portal/apply.ts';
import { rectificationTexts } from '../../texts/portal/rectification.ts';
import type { ApplicantCase } from '../api/applicant.ts';
import { formatPoints } from '../form/points.ts';
import { Cited } from '../frame/cited.tsx';
import { Facts } from '../frame/facts.tsx';
import { FileButton } from '../frame/file-button.tsx';
import { type InLanguage, useLanguage, useTexts } from '../language/language.tsx';

type Words = InLanguage<typeof applyTexts>;

interface DecisionPartProps {
  readonly caseId: string;
  readonly decision: Decision;
  readonly requirements: ApplicantCase['requirements'];
  /** The number of the decision that took its place. */
  readonly replacedBy: string | undefined;
  readonly t: Words;
}

/** The decision in short, with its letter. */
export function DecisionPart({ caseId, decision, requirements = [], replacedBy, t }: DecisionPartProps) {
  const { language } = useLanguage();
  const { outcome, awardedCents, costs, standing, caseNumber } = decision;
  const { replaced } = useTexts(rectificationTexts);
  const inForce = awardedCents > 0 && !replacedBy;
  const unmet = requirements.filter(({ outcome: found, judgement }) =>
    judgement ? !judgement.met : found === 'notMet' || found === 'missing',
  );
  return (
    <section className={inForce ? 'panel panel-good' : 'panel'} aria-labelledby="decision">
      <h2 id="decision">
        {t.decisionTitle}: {outcomeNames[outcome][language]}
      </h2>
      {replacedBy && <p>{replaced(replacedBy)}</p>}
      <Facts
        facts={[
          [t.awarded, formatEuros(awardedCents, language)],
          [t.requested, formatEuros(costs.requestedCents, language)],
          standing ? [t.points, formatPoints(standing.points, language)] : undefined,
          [t.number, caseNumber],
        ]}
      />
      {unmet.length > 0 && (
        <>
          <h3>{t.unmet}</h3>
          <ul>
            {unmet.map(({ rule, subject = '', requirement, reason, sentence }) => (
              <li key={rule + subject}>
                <strong>{requirement}</strong>: {reason} <Cited source={sentence.source} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="turn">
        <FileButton
          side="apply"
          ask={(api) => api('GET /applications/{caseId}/letter', { path: { caseId } })}
          text={t.readLetter}
          variant="default"
        />
        <FileButton
          side="apply"
          ask={(api) => api('GET /applications/{caseId}/translation', { path: { caseId } })}
          text={t.readTranslation}
        />
      </div>
    </section>
  );
}
