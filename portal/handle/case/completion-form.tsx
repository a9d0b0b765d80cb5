import { type FormEvent, useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { completionTexts } from '../../../texts/portal/completion.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { explainMissing } from '../../../texts/rules.ts';
import type { CasePage, QueuedTask } from '../../api/official.ts';
import { useCall } from '../../api/public.ts';
import { Failure } from '../../frame/loaded.tsx';
import { ProseField } from '../../frame/prose-field.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { useAnswer } from '../answer.ts';
import { Choice } from '../choice.tsx';
import { keyOf } from './requirement-key.ts';

interface Point {
  readonly id: string;
  /** Of the requirement it is about, if it is about one. */
  readonly about: string;
  readonly text: string;
}

/** Asks the applicant to complete what a person finds missing, point by point, instead of confirming the screening. */
export function CompletionForm({ task, view }: { task: QueuedTask; view: CasePage }) {
  const t = useTexts(completionTexts);
  const words = useTexts(handleTexts);
  const answer = useAnswer(task.id);
  const call = useCall(view.callId).data;
  const [points, setPoints] = useState<readonly Point[]>([newPoint()]);
  const [tried, setTried] = useState(false);
  const change = (id: string, to: Partial<Point>) =>
    setPoints(points.map((point) => (point.id === id ? { ...point, ...to } : point)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!points.every(({ text }) => text.trim())) return;
    answer.mutate({ kind: 'ask-completion', points: points.map((point) => asked(point, view)) });
  };
  if (!call) return null;
  return (
    <details className="details">
      <summary>{t.title}</summary>
      <p>{t.lead(call.completionDays)}</p>
      <p>{t.inLanguage(view.language ?? 'fi')}</p>
      <form onSubmit={submit} noValidate>
        {points.map(({ id, about, text }, index) => (
          <fieldset key={id} className="row-card">
            <legend>{t.point(index + 1)}</legend>
            <RequirementChoice
              view={view}
              label={t.requirement}
              none={t.noRequirement}
              value={about}
              change={(to) => change(id, { about: to })}
            />
            <ProseField
              label={t.text}
              value={text}
              change={(to) => change(id, { text: to })}
              fault={tried && !text.trim() ? t.textMissing : undefined}
            />
            {points.length > 1 && (
              <Button
                variant="secondaryNoBorder"
                onClick={() => setPoints(points.filter((point) => point.id !== id))}
              >
                {t.removePoint(index + 1)}
              </Button>
            )}
          </fieldset>
        ))}
        <p>
          <Button variant="secondary" onClick={() => setPoints([...points, newPoint()])}>
            {t.addPoint}
          </Button>
        </p>
        <Failure error={answer.error} />
        <Button type="submit" disabled={answer.isPending} aria-label={`${t.send}: ${words.taskComplete}`}>
          {t.send}
        </Button>
      </form>
    </details>
  );
}

interface RequirementChoiceProps {
  readonly view: CasePage;
  readonly label: string;
  readonly none: string;
  readonly value: string;
  readonly change: (key: string) => void;
  /** Keys of those that cannot be chosen. */
  readonly without?: readonly string[];
}

/** One of the requirements that were examined, by what it is and what it is about. */
export function RequirementChoice({
  view,
  label,
  none,
  value,
  change,
  without = [],
}: RequirementChoiceProps) {
  const { language } = useLanguage();
  const call = useCall(view.callId).data;
  const offered = view.requirements.filter((requirement) => !without.includes(keyOf(requirement)));
  return (
    <div className="choice">
      <Choice label={label} value={value} change={change} all={none}>
        {offered.map(({ rule, subject }) => {
          const about = { rule, ...(subject ? { subject } : {}) };
          return [keyOf(about), call ? explainMissing(about, call, language) : rule];
        })}
      </Choice>
    </div>
  );
}

function newPoint(): Point {
  return { id: crypto.randomUUID(), about: '', text: '' };
}

function asked({ about, text }: Point, { requirements }: CasePage) {
  const requirement = requirements.find((one) => keyOf(one) === about);
  if (!requirement) return { text };
  const { rule, subject } = requirement;
  return { rule, text, ...(subject ? { subject } : {}) };
}
