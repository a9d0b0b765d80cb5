import { pointsOf } from '../../../domain/scoring/scoring.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import type { CasePage } from '../../api/official.ts';
import { formatPoints } from '../../form/points.ts';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { criteriaOf } from './score-form.tsx';

/** What each evaluator gave and why; of others only once one's own scores are given. */
export function Evaluations({ view }: { view: CasePage }) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  const { evaluators, officialNames, points, criteria } = view;
  const standings = {
    asked: t.standingAsked,
    disqualified: t.standingDisqualified,
    released: t.standingReleased,
  };
  const hidden = evaluators.some(({ standing, scores }) => standing === 'scored' && scores.length === 0);
  return (
    <section aria-labelledby="evaluations">
      <h2 id="evaluations">{t.evaluations}</h2>
      {points && (
        <p>
          {t.points}: <strong>{formatPoints(points, language)}</strong>
        </p>
      )}
      {hidden && <p>{t.evaluationsHidden}</p>}
      {evaluators.map(({ username, standing, scores }) => (
        <div key={username} className="card evaluator">
          <h3>
            {officialNames[username] ?? username}{' '}
            {scores.length > 0 && formatPoints(pointsOf(scores, criteriaOf(view)), language)}
          </h3>
          {standing !== 'scored' && <p>{standings[standing]}</p>}
          <ul>
            {scores.map(({ criterion, score, justification }) => {
              const about = criteria.find(({ id }) => id === criterion);
              return (
                <li key={criterion}>
                  {about?.name}: <strong>{score}</strong> / {about?.best}. {justification}
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </section>
  );
}
