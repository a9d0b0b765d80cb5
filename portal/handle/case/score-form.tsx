import { type FormEvent, useState } from 'react';
import { Button, RadioButton, RadioButtonGroup } from 'suomifi-ui-components';
import type { Criterion } from '../../../domain/call/call.ts';
import { pointsOf } from '../../../domain/scoring/scoring.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import type { CasePage, QueuedTask } from '../../api/official.ts';
import { formatPoints } from '../../form/points.ts';
import { Failure } from '../../frame/loaded.tsx';
import { ProseField } from '../../frame/prose-field.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { useAnswer } from '../answer.ts';

interface Given {
  readonly score?: number;
  readonly justification: string;
}

/** Scores and justifications by the call's criteria, with the points they come to as they are given. */
export function ScoreForm({ task, view }: { task: QueuedTask; view: CasePage }) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  const answer = useAnswer(task.id);
  const [given, setGiven] = useState<Readonly<Record<string, Given>>>({});
  const [tried, setTried] = useState(false);
  const of = (id: string): Given => given[id] ?? { justification: '' };
  const isWhole = ({ score, justification }: Given) => score !== undefined && justification.trim() !== '';
  const scores = view.criteria.map(({ id }) => ({
    criterion: id,
    score: of(id).score ?? 0,
    justification: of(id).justification,
  }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (view.criteria.every(({ id }) => isWhole(of(id)))) answer.mutate({ kind: 'score-case', scores });
  };
  return (
    <form onSubmit={submit} noValidate>
      <p>{t.scoreLead}</p>
      {view.criteria.map(({ id, name, weight, best }) => {
        const fault = tried && !isWhole(of(id)) ? t.scoreMissing : undefined;
        return (
          <div key={id} className="criterion">
            <RadioButtonGroup
              name={`score-${id}`}
              labelText={name}
              groupHintText={`${t.scale(best)}; ${t.weight(weight)}`}
              groupStatus={fault ? 'error' : 'default'}
              groupStatusText={fault ?? ''}
              value={of(id).score === undefined ? '' : String(of(id).score)}
              onChange={(value) => setGiven({ ...given, [id]: { ...of(id), score: Number(value) } })}
              className="scale"
            >
              {Array.from({ length: best + 1 }, (_, score) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the index is the score
                <RadioButton key={score} value={String(score)}>
                  {score}
                </RadioButton>
              ))}
            </RadioButtonGroup>
            <ProseField
              label={`${t.justification}: ${name}`}
              value={of(id).justification}
              change={(justification) => setGiven({ ...given, [id]: { ...of(id), justification } })}
            />
          </div>
        );
      })}
      <p role="status">
        <strong>{t.yourPoints(formatPoints(pointsOf(scores, criteriaOf(view)), language))}</strong>
      </p>
      <Failure error={answer.error} />
      <Button type="submit" disabled={answer.isPending}>
        {t.saveScores}
      </Button>
    </form>
  );
}

/** The criteria as the arithmetic of points takes them. */
export function criteriaOf({ criteria }: CasePage): readonly Criterion[] {
  return criteria.map(({ name, ...criterion }) => ({
    ...criterion,
    name: { sv: name, fi: name, en: name },
    source: '',
  }));
}
