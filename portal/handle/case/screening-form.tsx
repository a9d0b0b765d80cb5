import { type FormEvent, useState } from 'react';
import { Button, RadioButton, RadioButtonGroup } from 'suomifi-ui-components';
import { conclude, type Judgement } from '../../../domain/eligibility/screening.ts';
import { completionTexts } from '../../../texts/portal/completion.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import type { CasePage, QueuedTask } from '../../api/official.ts';
import { Failure } from '../../frame/loaded.tsx';
import { ProseField } from '../../frame/prose-field.tsx';
import { useTexts } from '../../language/language.tsx';
import { useAnswer } from '../answer.ts';
import { CompletionForm, RequirementChoice } from './completion-form.tsx';
import { keyOf } from './requirement-key.ts';

interface Said {
  readonly met?: boolean;
  readonly reason: string;
}

const unsaid: Said = { reason: '' };

/**
 * A presenter's judgements on what the machine cannot judge, and on whatever else the presenter sees otherwise; what follows from
 * them is computed, and shown. Or the applicant is asked to complete first.
 */
export function ScreeningForm({ task, view }: { task: QueuedTask; view: CasePage }) {
  const t = useTexts(handleTexts);
  const c = useTexts(completionTexts);
  const answer = useAnswer(task.id);
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({});
  const [tried, setTried] = useState(false);
  const open = view.requirements.filter(({ outcome }) => outcome === 'judgement');
  const judged = view.requirements.filter(
    (requirement) => open.includes(requirement) || keyOf(requirement) in said,
  );
  const of = (requirement: Requirement): Said => said[keyOf(requirement)] ?? unsaid;
  const say = (key: string, to: Said) => setSaid({ ...said, [key]: to });
  const takeBack = (key: string) => {
    const { [key]: _, ...others } = said;
    setSaid(others);
  };
  const judgements: Judgement[] = judged.flatMap((requirement) => {
    const { met, reason } = of(requirement);
    const { rule, subject } = requirement;
    return met === undefined ? [] : [{ rule, met, reason, ...(subject ? { subject } : {}) }];
  });
  const follows = { examine: t.followsExamine, refuse: t.followsRefuse, dismiss: t.followsDismiss };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (judged.every((requirement) => isWhole(of(requirement)))) {
      answer.mutate({ kind: 'confirm-screening', judgements });
    }
  };
  return (
    <>
      <form onSubmit={submit} noValidate>
        <p>{t.judgementNeeded}</p>
        {open.length === 0 && <p>{t.nothingToJudge}</p>}
        {judged.map((requirement) => {
          const key = keyOf(requirement);
          return (
            <div key={key} className="criterion">
              <JudgementFields
                requirement={requirement}
                said={of(requirement)}
                say={(to) => say(key, to)}
                tried={tried}
              />
              {!open.includes(requirement) && (
                <Button variant="secondaryNoBorder" onClick={() => takeBack(key)}>
                  {c.leave}
                </Button>
              )}
            </div>
          );
        })}
        <RequirementChoice
          view={view}
          label={c.judgeOther}
          none={c.chooseRequirement}
          value=""
          change={(key) => key && say(key, unsaid)}
          without={judged.map(keyOf)}
        />
        <p role="status">
          {t.follows}: <strong>{follows[conclude(view.findings, judgements)]}</strong>
        </p>
        <Failure error={answer.error} />
        <Button type="submit" disabled={answer.isPending}>
          {t.confirm}
        </Button>
      </form>
      <CompletionForm task={task} view={view} />
    </>
  );
}

type Requirement = CasePage['requirements'][number];

function isWhole({ met, reason }: Said): boolean {
  return met !== undefined && reason.trim() !== '';
}

interface JudgementFieldsProps {
  readonly requirement: Requirement;
  readonly said: Said;
  readonly say: (to: Said) => void;
  readonly tried: boolean;
}

function JudgementFields({ requirement, said, say, tried }: JudgementFieldsProps) {
  const t = useTexts(handleTexts);
  const c = useTexts(completionTexts);
  const noChoice = tried && said.met === undefined;
  return (
    <>
      <RadioButtonGroup
        name={`judgement-${keyOf(requirement)}`}
        labelText={requirement.requirement}
        groupHintText={requirement.reason}
        groupStatus={noChoice ? 'error' : 'default'}
        groupStatusText={noChoice ? c.choiceMissing : ''}
        value={said.met === undefined ? '' : String(said.met)}
        onChange={(value) => say({ ...said, met: value === 'true' })}
        mb="s"
      >
        <RadioButton value="true">{t.isMet}</RadioButton>
        <RadioButton value="false">{t.isNotMet}</RadioButton>
      </RadioButtonGroup>
      <ProseField
        label={`${t.reason}: ${requirement.requirement}`}
        value={said.reason}
        change={(reason) => say({ ...said, reason })}
        fault={tried && !said.reason.trim() ? t.reasonMissing : undefined}
      />
    </>
  );
}
