import { useState } from 'react';
import { Link } from 'react-router';
import type { TaskKind } from '../../domain/task/task.ts';
import { formatInstant } from '../../texts/format.ts';
import { handleTexts } from '../../texts/portal/handle.ts';
import { type QueuedTask, useTasks } from '../api/official.ts';
import { serverNow } from '../api/server-time.ts';
import { Badge } from '../frame/badge.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { Page } from '../frame/page.tsx';
import { WideTable } from '../frame/wide-table.tsx';
import { useLanguage, useTexts } from '../language/language.tsx';
import { Choice } from './choice.tsx';
import { Entrances } from './entrances.tsx';
import { addressOf, taskName } from './task-names.ts';
import { TiesNotice } from './ties-notice.tsx';

/** Everything that waits for an official, over all their calls, the nearest deadline first. */
export function Queue() {
  const t = useTexts(handleTexts);
  return (
    <Loaded query={useTasks()}>
      {({ tasks, total }) => (
        <Page wide title={t.queueTitle} lead={total > 0 ? t.queueLead(total) : t.queueEmpty}>
          <TiesFirst tasks={tasks} />
          {total > 0 && <Filtered tasks={tasks} />}
          <Entrances />
        </Page>
      )}
    </Loaded>
  );
}

/** The calls in which the person declares their ties before they open what waits for them. */
function TiesFirst({ tasks }: { tasks: readonly QueuedTask[] }) {
  const t = useTexts(handleTexts);
  const waiting = tasks.filter(({ awaitsTies }) => awaitsTies);
  const calls = [...new Map(waiting.map(({ callId, callName }) => [callId, callName]))];
  return calls.map(([callId, callName]) => (
    <TiesNotice key={callId} callId={callId} text={t.tiesFirstIn(callName)} />
  ));
}

function Filtered({ tasks }: { tasks: readonly QueuedTask[] }) {
  const t = useTexts(handleTexts);
  const [kind, setKind] = useState('');
  const [callId, setCallId] = useState('');
  const kinds = [...new Set(tasks.map((task) => task.kind))];
  const calls = [...new Map(tasks.map((task) => [task.callId, task.callName]))];
  const shown = tasks.filter(
    (task) => (kind === '' || task.kind === kind) && (callId === '' || task.callId === callId),
  );
  return (
    <>
      <search className="filters" aria-label={t.filters}>
        <Choice label={t.kind} value={kind} change={setKind} all={t.allKinds}>
          {kinds.map((each) => [each, taskName(each as TaskKind, t)])}
        </Choice>
        <Choice label={t.call} value={callId} change={setCallId} all={t.allCalls}>
          {calls}
        </Choice>
      </search>
      <p role="status" className="hidden">
        {t.queueLead(shown.length)}
      </p>
      <TaskTable tasks={shown} />
    </>
  );
}

function TaskTable({ tasks }: { tasks: readonly QueuedTask[] }) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  const now = serverNow();
  return (
    <WideTable caption={t.queueTitle} hideCaption>
      <thead>
        <tr>
          <th scope="col">{t.kind}</th>
          <th scope="col">{t.about}</th>
          <th scope="col">{t.call}</th>
          <th scope="col">{t.deadline}</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <tr key={task.id}>
            <th scope="row">
              <Link to={addressOf(task)} aria-label={`${taskName(task.kind, t)} ${task.applicantName ?? ''}`}>
                {taskName(task.kind, t)}
              </Link>
            </th>
            <td>
              {task.applicantName}
              {task.title && (
                <>
                  <br />
                  <span className="note">
                    {task.caseNumber} {task.title}
                  </span>
                </>
              )}
            </td>
            <td>{task.callName}</td>
            <td className="nowrap">
              {formatInstant(task.deadline, language)}{' '}
              {task.deadline < now && <Badge tone="bad">{t.overdue}</Badge>}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
