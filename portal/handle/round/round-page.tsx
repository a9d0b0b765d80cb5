import { Link, useParams } from 'react-router';
import type { TaskKind } from '../../../domain/task/task.ts';
import { stageNames } from '../../../texts/case-list.ts';
import { formatEuros, formatInstant } from '../../../texts/format.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { publicTexts } from '../../../texts/portal/public.ts';
import { type RoundPage as RoundView, useRound } from '../../api/official.ts';
import { serverNow } from '../../api/server-time.ts';
import { Facts } from '../../frame/facts.tsx';
import { Loaded } from '../../frame/loaded.tsx';
import { Page } from '../../frame/page.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { addressOf, taskName } from '../task-names.ts';
import { TiesNotice } from '../ties-notice.tsx';
import { OfficialsPart } from './officials-part.tsx';
import { PlanPart } from './plan-part.tsx';
import { RoundLinks } from './round-links.tsx';

/** How a call stands: how far its cases have come, who has what to do, the plan, and the money. */
export default function RoundPage() {
  const { callId = '' } = useParams();
  return <Loaded query={useRound(callId)}>{(round) => <Round round={round} />}</Loaded>;
}

function Round({ round }: { round: RoundView }) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  const { callId, name, closesAt, ownTasks, money, plan, undeclared } = round;
  const publicly = useTexts(publicTexts);
  const closes = formatInstant(closesAt, language);
  const euros = (cents: number) => formatEuros(cents, language);
  return (
    <Page
      wide
      title={name}
      kicker={closesAt > serverNow() ? publicly.closesAt(closes) : publicly.closedAt(closes)}
      path={[{ to: '/handle/calls', text: t.roundsTitle }]}
    >
      {undeclared > 0 && <TiesNotice callId={callId} text={t.tiesFirstOf(undeclared)} />}
      {ownTasks.length > 0 && <OwnTasks round={round} />}
      <div className="columns">
        <Progress round={round} />
        <section aria-labelledby="money">
          <h2 id="money">{t.money}</h2>
          <Facts
            facts={[
              [t.appropriation, euros(money.appropriationCents)],
              [t.applied, euros(money.requestedCents)],
              plan ? [t.proposed, euros(plan.awardedCents)] : undefined,
              [t.awarded, euros(money.awardedCents)],
            ]}
          />
        </section>
      </div>
      <RoundLinks round={round} />
      <PlanPart round={round} />
      <OfficialsPart round={round} />
    </Page>
  );
}

/** The reader's own tasks, one line for each kind that has a page of its own. */
function OwnTasks({ round: { ownTasks, callId } }: { round: RoundView }) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  const soonest = [...ownTasks].sort((one, other) => one.deadline.localeCompare(other.deadline));
  return (
    <section className="entry" aria-labelledby="own">
      <h2 id="own">{t.ownTasks}</h2>
      <ul>
        {soonest.slice(0, 5).map((task) => (
          <li key={task.id}>
            {addressOf(task) === `/handle/calls/${callId}` ? (
              <a href="#allocation">{taskName(task.kind, t)}</a>
            ) : (
              <Link to={addressOf(task)}>
                {taskName(task.kind, t)} {task.caseNumber}
              </Link>
            )}{' '}
            <span className="note">{formatInstant(task.deadline, language)}</span>
          </li>
        ))}
      </ul>
      {soonest.length > 5 && (
        <p>
          <Link to="/handle">{t.queueLead(soonest.length)}</Link>
        </p>
      )}
    </section>
  );
}

function Progress({ round: { progress, tasks } }: { round: RoundView }) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  const stages = Object.entries(progress.stages) as [keyof typeof stageNames, number][];
  const open = Object.entries(tasks) as [TaskKind, number][];
  return (
    <section aria-labelledby="progress">
      <h2 id="progress">{t.progress}</h2>
      <Facts
        facts={[
          [t.registered, String(progress.registered)],
          ...stages.map(([stage, count]) => [stageNames[stage][language], String(count)] as const),
        ]}
      />
      {open.length > 0 && (
        <>
          <h3>{t.openTasks}</h3>
          <Facts facts={open.map(([kind, count]) => [taskName(kind, t), String(count)] as const)} />
        </>
      )}
    </section>
  );
}
