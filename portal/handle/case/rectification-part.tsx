import { formatEuros, formatInstant } from '../../../texts/format.ts';
import { outcomeNames } from '../../../texts/mails.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { rectificationTexts } from '../../../texts/portal/rectification.ts';
import { rectificationOutcomes } from '../../../texts/rectification.ts';
import type { CasePage, QueuedTask } from '../../api/official.ts';
import { type Rectification, useRectification } from '../../api/rectification.ts';
import { formatPoints } from '../../form/points.ts';
import { Facts } from '../../frame/facts.tsx';
import { FileButton } from '../../frame/file-button.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { taskName } from '../task-names.ts';
import { RectificationForm } from './rectification-form.tsx';

interface RectificationPartProps {
  readonly view: CasePage;
  /** The reader's own task to decide on it. */
  readonly task?: QueuedTask | undefined;
}

/** A request for rectification with the decision it is about beside it, and what was decided on it, or the form to decide. */
export function RectificationPart({ view, task }: RectificationPartProps) {
  const t = useTexts(rectificationTexts);
  const words = useTexts(handleTexts);
  const { language } = useLanguage();
  const rectification = useRectification(view.caseId, view.decision !== undefined).data;
  if (!rectification) return null;
  const { request, decided } = rectification;
  return (
    <section className={decided ? 'panel panel-good' : 'panel'} aria-labelledby="rectification">
      <h2 id="rectification" tabIndex={-1}>
        {task
          ? words.yourTask(taskName(task.kind, words), formatInstant(task.deadline, language))
          : t.request(request.number)}
      </h2>
      <div className="beside">
        <Asked rectification={rectification} />
        <First view={view} grantableCents={request.grantableCents} />
      </div>
      {decided && <Decided view={view} rectification={rectification} />}
      {task && !decided && <RectificationForm caseId={view.caseId} rectification={rectification} />}
      {!task && !decided && <p className="entry">{t.waits}</p>}
    </section>
  );
}

function Asked({ rectification: { request, requestedAt } }: { rectification: Rectification }) {
  const t = useTexts(rectificationTexts);
  const { language } = useLanguage();
  return (
    <div>
      <h3>{t.asked}</h3>
      <Facts
        facts={[
          [t.number, request.number],
          [t.requestedAt, formatInstant(requestedAt, language)],
          [t.inTimeUntil, formatInstant(request.deadline, language)],
        ]}
      />
      <h4>{t.demand}</h4>
      <p className="prose">{request.demand}</p>
      <h4>{t.grounds}</h4>
      <p className="prose">{request.grounds}</p>
    </div>
  );
}

function First({ view, grantableCents }: { view: CasePage; grantableCents: number }) {
  const t = useTexts(rectificationTexts);
  const { language } = useLanguage();
  const { caseId, decision, decidedAt, letter, requirements } = view;
  if (!decision) return null;
  const { outcome, awardedCents, standing } = decision;
  const unmet = requirements.filter(({ outcome: found, judgement }) =>
    judgement ? !judgement.met : found === 'notMet' || found === 'missing',
  );
  return (
    <div>
      <h3>{t.first}</h3>
      <Facts
        facts={[
          [t.outcome, outcomeNames[outcome][language]],
          [t.awarded, formatEuros(awardedCents, language)],
          [t.grantable, formatEuros(grantableCents, language)],
          standing && [t.points, formatPoints(standing.points, language)],
          standing && [t.rank, t.rankOf(standing.award.rank, standing.ranked)],
          decidedAt ? [t.decidedAt, formatInstant(decidedAt, language)] : undefined,
        ]}
      />
      {unmet.length > 0 && (
        <>
          <h4>{t.unmet}</h4>
          <ul>
            {unmet.map(({ rule, subject = '', requirement, judgement, reason }) => (
              <li key={rule + subject}>
                {requirement}: {judgement?.reason ?? reason}
              </li>
            ))}
          </ul>
        </>
      )}
      {letter && (
        <FileButton
          side="handle"
          ask={(api) => api('GET /cases/{caseId}/letter', { path: { caseId } })}
          text={t.firstLetter}
        />
      )}
    </div>
  );
}

function Decided({
  view: { caseId, officialNames },
  rectification: { decided, decidedAt, decidedBy = '', letter },
}: {
  view: CasePage;
  rectification: Rectification;
}) {
  const t = useTexts(rectificationTexts);
  const { language } = useLanguage();
  if (!decided) return null;
  return (
    <>
      <h3>{t.choose}</h3>
      <Facts
        facts={[
          [t.outcome, rectificationOutcomes[decided.outcome][language]],
          [t.awarded, formatEuros(decided.awardedCents, language)],
          decidedAt ? [t.decidedAt, formatInstant(decidedAt, language)] : undefined,
          [t.decidedBy, officialNames[decidedBy] ?? decidedBy],
        ]}
      />
      <h4>{t.reasons}</h4>
      <p className="prose">{decided.reasons}</p>
      {letter ? (
        <FileButton
          side="handle"
          ask={(api) => api('GET /cases/{caseId}/rectification/letter', { path: { caseId } })}
          text={t.letter}
        />
      ) : (
        <p role="status">{t.letterComing}</p>
      )}
    </>
  );
}
