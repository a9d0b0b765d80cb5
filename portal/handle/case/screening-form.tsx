import { type FormEvent, useState } from 'react';
import { Button, RadioButton, RadioButtonGroup } from 'suomifi-ui-components';
import { conclude, type Judgement } from '../../../domain/eligibility/screening.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import type { CasePage, QueuedTask } from '../../api/official.ts';
import { Failure } from '../../frame/loaded.tsx';
import { useTexts } from '../../language/language.tsx';
import { useAnswer } from '../answer.ts';
import { ReasonField } from '../reason-field.tsx';

interface Said {
  readonly met?: boolean;
  readonly reason: string;
}

/** A presenter's judgements on what the machine cannot judge; what follows from them is computed, and shown. */
export function ScreeningForm({ task, view }: { task: QueuedTask; view: CasePage }) {
  const t = useTexts(handleTexts);
  const answer = useAnswer(task.id);
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({});
  const [tried, setTried] = useState(false);
  const open = view.requirements.filter(({ outcome }) => outcome === 'judgement');
  const keyOf = ({ rule, subject = '' }: { rule: string; subject?: string }) => `${rule} ${subject}`;
  const of = (key: string): Said => said[key] ?? { reason: '' };
  const isWhole = ({ met, reason }: Said) => met !== undefined && reason.trim() !== '';
  const judgements: Judgement[] = open.flatMap((requirement) => {
    const { met, reason } = of(keyOf(requirement));
    const { rule, subject } = requirement;
    return met === undefined ? [] : [{ rule, met, reason, ...(subject ? { subject } : {}) }];
  });
  const follows = {
    examine: t.followsExamine,
    refuse: t.followsRefuse,
    dismiss: t.followsDismiss,
  }[conclude(view.findings, judgements)];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (open.every((requirement) => isWhole(of(keyOf(requirement))))) {
      answer.mutate({ kind: 'confirm-screening', judgements });
    }
  };
  return (
    <form onSubmit={submit} noValidate>
      <p>{t.judgementNeeded}</p>
      {open.length === 0 && <p>{t.nothingToJudge}</p>}
      {open.map((requirement) => {
        const key = keyOf(requirement);
        const fault = tried && !isWhole(of(key)) ? t.reasonMissing : undefined;
        return (
          <div key={key} className="criterion">
            <RadioButtonGroup
              name={`judgement-${key}`}
              labelText={requirement.requirement}
              groupHintText={requirement.reason}
              groupStatus={fault ? 'error' : 'default'}
              groupStatusText={fault ?? ''}
              value={of(key).met === undefined ? '' : String(of(key).met)}
              onChange={(value) => setSaid({ ...said, [key]: { ...of(key), met: value === 'true' } })}
              mb="s"
            >
              <RadioButton value="true">{t.isMet}</RadioButton>
              <RadioButton value="false">{t.isNotMet}</RadioButton>
            </RadioButtonGroup>
            <ReasonField
              label={`${t.reason}: ${requirement.requirement}`}
              value={of(key).reason}
              change={(reason) => setSaid({ ...said, [key]: { ...of(key), reason } })}
            />
          </div>
        );
      })}
      <p role="status">
        {t.follows}: <strong>{follows}</strong>
      </p>
      <Failure error={answer.error} />
      <Button type="submit" disabled={answer.isPending}>
        {t.confirm}
      </Button>
    </form>
  );
}
