import { useState } from 'react';
import { Link } from 'react-router';
import { Button, TextInput } from 'suomifi-ui-components';
import type { TaskAnswer } from '../../../contract/task-answer.ts';
import type { AllocationRule } from '../../../domain/call/allocation-rule.ts';
import type { Task } from '../../../domain/task/task.ts';
import { formatEuros } from '../../../texts/format.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import type { RoundPage } from '../../api/official.ts';
import { Bars } from '../../charts/bars.tsx';
import { Failure } from '../../frame/loaded.tsx';
import { WideTable } from '../../frame/wide-table.tsx';
import { type InLanguage, useLanguage, useTexts } from '../../language/language.tsx';
import { useAnswer } from '../answer.ts';
import { Choice } from '../queue.tsx';
import { ReasonedForm } from '../reasoned-form.tsx';
import { type Mode, modeOf, modesIn } from './modes.ts';
import { WhatIfs } from './what-ifs.tsx';

type Plan = NonNullable<RoundPage['plan']>;
type Words = InLanguage<typeof handleTexts>;

/** The proposed plan as a chart and as its table, what was tried beside it, and its approval. */
export function PlanPart({ round }: { round: RoundPage }) {
  const t = useTexts(handleTexts);
  const { plan, ownTasks } = round;
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
          <PlanTable plan={plan} t={t} />
          {task && <Approval task={task} plan={plan} rule={round.rule} t={t} />}
          <WhatIfs round={round} mayTry={task !== undefined} />
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

function PlanTable({ plan, t }: { plan: Plan; t: Words }) {
  const { language } = useLanguage();
  return (
    <details className="details">
      <summary>{t.why}</summary>
      <WideTable caption={t.proposal(plan.proposal)}>
        <thead>
          <tr>
            <th scope="col" className="number">
              {t.rank}
            </th>
            <th scope="col">{t.applicant}</th>
            <th scope="col" className="number">
              {t.points}
            </th>
            <th scope="col" className="number">
              {t.grantable}
            </th>
            <th scope="col" className="number">
              {t.proposed}
            </th>
            <th scope="col">{t.why}</th>
          </tr>
        </thead>
        <tbody>
          {plan.lines.map((line) => (
            <tr key={line.caseNumber}>
              <td className="number">{line.rank}</td>
              <th scope="row">
                <Link to={`/handle/cases/${line.caseId}`}>{line.applicantName}</Link>
              </th>
              <td className="number">{line.points}</td>
              <td className="number">{formatEuros(line.grantableCents, language)}</td>
              <td className="number">{formatEuros(line.awardedCents, language)}</td>
              <td>{line.reason}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </details>
  );
}

interface ApprovalProps {
  readonly task: Task;
  readonly plan: Plan;
  readonly rule: AllocationRule;
  readonly t: Words;
}

function Approval({ task, plan, rule, t }: ApprovalProps) {
  const answer = useAnswer(task.id);
  const approve = () => answer.mutate({ kind: 'approve-plan', plan: plan.plan, approve: true });
  return (
    <div className="panel">
      <h3>{t.approvePlan}</h3>
      <p>{t.approvePlanText}</p>
      <Failure error={answer.error} />
      <Button onClick={approve} disabled={answer.isPending}>
        {t.approvePlan}
      </Button>
      <details className="details">
        <summary>{t.askAgain}</summary>
        <AskAgain
          plan={plan}
          rule={rule}
          t={t}
          send={(body) => answer.mutate(body)}
          busy={answer.isPending}
        />
      </details>
    </div>
  );
}

/** What another proposal is to be computed with. */
function AskAgain({
  plan,
  rule,
  t,
  send,
  busy,
}: Omit<ApprovalProps, 'task'> & { send: (answer: TaskAnswer) => void; busy: boolean }) {
  const [mode, setMode] = useState<Mode | undefined>(modeOf(rule));
  const [threshold, setThreshold] = useState(String(rule.thresholdPoints));
  const [minimum, setMinimum] = useState(String(rule.minimumPercent));
  const submit = (reason: string) => {
    const instead = {
      ...(mode ? { rule: { policy: 'rank', mode } as const } : {}),
      thresholdPoints: Number(threshold),
      minimumPercent: Number(minimum),
    };
    send({ kind: 'approve-plan', plan: plan.plan, approve: false, reason, instead });
  };
  return (
    <ReasonedForm button={t.askAgain} variant="secondary" busy={busy} send={submit}>
      <div className="filters">
        {mode && (
          <Choice
            label={t.mode}
            value={mode}
            change={(value) => setMode((value as Mode) || modeOf(rule))}
            all="–"
          >
            {modesIn(t)}
          </Choice>
        )}
        <TextInput
          labelText={t.threshold}
          type="number"
          value={threshold}
          onChange={(value) => setThreshold(String(value ?? ''))}
        />
        <TextInput
          labelText={t.minimum}
          type="number"
          value={minimum}
          onChange={(value) => setMinimum(String(value ?? ''))}
        />
      </div>
    </ReasonedForm>
  );
}
