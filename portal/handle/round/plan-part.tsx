import { useEffect, useRef, useState } from 'react';
import { Button } from 'suomifi-ui-components';
import type { AllocationRule } from '../../../domain/call/allocation-rule.ts';
import { ruleOf } from '../../../domain/round/allocation-input.ts';
import type { AllocationChange } from '../../../domain/round/events.ts';
import type { Task } from '../../../domain/task/task.ts';
import { formatEuros, formatInstant } from '../../../texts/format.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import type { RoundPage } from '../../api/official.ts';
import { type PublicCall, useCall } from '../../api/public.ts';
import { Bars } from '../../charts/bars.tsx';
import { Failure } from '../../frame/loaded.tsx';
import { type InLanguage, useLanguage, useTexts } from '../../language/language.tsx';
import { useAnswer } from '../answer.ts';
import { AskAgain } from './ask-again.tsx';
import { PlanAccount } from './plan-account.tsx';
import { PlanTable } from './plan-table.tsx';
import { WhatIfs } from './what-ifs.tsx';

type Plan = NonNullable<RoundPage['plan']>;
type Words = InLanguage<typeof handleTexts>;

/** The proposed plan as a chart and as its table, what was tried beside it, and its approval. */
export function PlanPart({ round }: { round: RoundPage }) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  const { plan, ownTasks, callId, officials, planApprovedBy: by, planApprovedAt: at } = round;
  const call = useCall(callId).data;
  const [asked, setAsked] = useState<{ readonly plan: string; readonly change: AllocationChange }>();
  const task = ownTasks.find(({ kind }) => kind === 'approve-plan');
  return (
    <section aria-labelledby="allocation">
      <h2 id="allocation" tabIndex={-1}>
        {t.allocation}
      </h2>
      {plan ? (
        <>
          {plan.unkept.length > 0 && (
            <>
              <p>{t.unkept}</p>
              <ul>
                {plan.unkept.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </>
          )}
          <PlanChart plan={plan} t={t} />
          {by && at && (
            <p role="status" className="rule rule-met">
              {t.planApproved(officials.names[by] ?? by, formatInstant(at, language))}
            </p>
          )}
          {plan.account && <PlanAccount account={plan.account} />}
          <PlanTable
            title={t.why}
            caption={t.proposal(plan.proposal)}
            lines={plan.lines}
            awarded={t.proposed}
          />
          {task && call && (
            <Approval
              task={task}
              plan={plan}
              rule={round.rule}
              call={call}
              asked={asked?.plan === plan.plan ? asked.change : undefined}
              t={t}
            />
          )}
          {call && (
            <WhatIfs
              round={round}
              plan={plan}
              call={call}
              ask={task && ((change) => setAsked({ plan: plan.plan, change }))}
            />
          )}
        </>
      ) : (
        <p>{round.undeclared > 0 ? t.allocationAfterTies : t.allocationNone}</p>
      )}
    </section>
  );
}

/** Ranked bars; a line where the first one came away with less than could be granted. */
function PlanChart({ plan, t }: { plan: Plan; t: Words }) {
  const { language } = useLanguage();
  const euros = (cents: number) => formatEuros(cents, language);
  const end = plan.lines.findIndex(({ outcome }) => outcome !== 'in-full');
  return (
    <>
      <h3>{t.proposal(plan.proposal)}</h3>
      <p className="note">{t.chartNote}</p>
      <Bars
        bars={plan.lines.map((line, index) => ({
          id: line.caseNumber,
          label: `${line.rank}. ${line.applicantName}`,
          whole: line.grantableCents,
          filled: line.awardedCents,
          text: `${euros(line.awardedCents)} / ${euros(line.grantableCents)}`,
          apart: index > 0 && index === end,
        }))}
      />
      {plan.hidden > 0 && <p className="note">{t.hidden(plan.hidden)}</p>}
    </>
  );
}

interface ApprovalProps {
  readonly task: Task;
  readonly plan: Plan;
  readonly rule: AllocationRule;
  readonly call: PublicCall;
  /** What of a trial the form for another proposal is filled in with, once that was chosen. */
  readonly asked: AllocationChange | undefined;
  readonly t: Words;
}

function Approval({ task, plan, rule, call, asked, t }: ApprovalProps) {
  const answer = useAnswer(task.id);
  const form = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!asked || !form.current) return;
    form.current.open = true;
    form.current.querySelector('summary')?.focus();
  }, [asked]);
  const approve = () => answer.mutate({ kind: 'approve-plan', plan: plan.plan, approve: true });
  return (
    <div className="panel">
      <h3>{t.approvePlan}</h3>
      <p>{t.approvePlanText}</p>
      <Failure error={answer.error} />
      <Button onClick={approve} disabled={answer.isPending || plan.unkept.length > 0}>
        {t.approvePlan}
      </Button>
      <details className="details" ref={form}>
        <summary>{t.askAgain}</summary>
        <AskAgain
          key={plan.plan + JSON.stringify(asked ?? {})}
          plan={plan.plan}
          rule={ruleOf({ allocation: rule }, asked ?? {})}
          call={call}
          send={(body) => answer.mutate(body)}
          busy={answer.isPending}
        />
      </details>
    </div>
  );
}
