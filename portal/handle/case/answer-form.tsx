import { type FormEvent, useState } from 'react';
import { Button, RadioButton, RadioButtonGroup, TextInput } from 'suomifi-ui-components';
import { formatDate, formatInstant } from '../../../texts/format.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import type { CasePage, QueuedTask } from '../../api/official.ts';
import { dateOf, isDate } from '../../apply/draft/draft-form.ts';
import { Facts } from '../../frame/facts.tsx';
import { Failure } from '../../frame/loaded.tsx';
import { type InLanguage, useLanguage, useTexts } from '../../language/language.tsx';
import { useAnswer } from '../answer.ts';
import { ReasonedForm } from '../reasoned-form.tsx';
import { taskName } from '../task-names.ts';
import { ProposedCorrection } from './correction-part.tsx';
import { ScoreForm } from './score-form.tsx';
import { ScreeningForm } from './screening-form.tsx';

interface AnswerFormProps {
  readonly task: QueuedTask;
  readonly view: CasePage;
}

/** What waits for the reader on a case, with the form to answer it. */
export function AnswerForm({ task, view }: AnswerFormProps) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  return (
    <section className="panel" aria-labelledby={`task-${task.id}`}>
      <h2 id={`task-${task.id}`} tabIndex={-1}>
        {t.yourTask(taskName(task.kind, t), formatInstant(task.deadline, language))}
      </h2>
      {task.kind === 'confirm-screening' && <ScreeningForm task={task} view={view} />}
      {task.kind === 'score-case' && (
        <>
          <ScoreForm task={task} view={view} />
          <Disqualification task={task} t={t} />
        </>
      )}
      {task.kind === 'consider-disagreement' && <DisagreementForm task={task} t={t} />}
      {task.kind === 'answer-extension' && <ExtensionForm task={task} view={view} t={t} />}
      {task.kind === 'decide-correction' && (
        <>
          {view.decision && view.correction && (
            <ProposedCorrection view={view} decision={view.decision} correction={view.correction} />
          )}
          <CorrectionForm task={task} t={t} />
        </>
      )}
      {task.kind === 'send-by-post' && <PostForm task={task} t={t} />}
    </section>
  );
}

interface FormProps {
  readonly task: QueuedTask;
  readonly t: InLanguage<typeof handleTexts>;
}

function Disqualification({ task, t }: FormProps) {
  const answer = useAnswer(task.id);
  return (
    <details className="details">
      <summary>{t.disqualified}</summary>
      <p>{t.disqualifiedText}</p>
      <ReasonedForm
        label={t.ground}
        button={t.declare}
        variant="secondary"
        busy={answer.isPending}
        error={answer.error}
        send={(ground) => answer.mutate({ kind: 'declare-disqualification', ground })}
      />
    </details>
  );
}

function DisagreementForm({ task, t }: FormProps) {
  const answer = useAnswer(task.id);
  const [choice, setChoice] = useState('stands');
  return (
    <ReasonedForm
      button={t.answer}
      busy={answer.isPending}
      error={answer.error}
      send={(reason) =>
        answer.mutate({ kind: 'consider-disagreement', another: choice === 'another', reason })
      }
    >
      <RadioButtonGroup
        name="disagreement"
        labelText={t.disagreementLead}
        value={choice}
        onChange={setChoice}
        mb="m"
      >
        <RadioButton value="stands">{t.stands}</RadioButton>
        <RadioButton value="another">{t.another}</RadioButton>
      </RadioButtonGroup>
    </ReasonedForm>
  );
}

function PostForm({ task, t }: FormProps) {
  const answer = useAnswer(task.id);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const isWrong = tried && !isDate(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isDate(typed)) answer.mutate({ kind: 'send-by-post', sentOn: dateOf(typed) });
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        labelText={t.sentOn}
        value={typed}
        onChange={(value) => setTyped(String(value ?? ''))}
        status={isWrong ? 'error' : 'default'}
        statusText={isWrong ? t.dateWrong : ''}
        mb="m"
      />
      <Failure error={answer.error} />
      <Button type="submit" disabled={answer.isPending}>
        {t.answer}
      </Button>
    </form>
  );
}

/** A presenter's answer to an applicant who asks for more time. */
function ExtensionForm({ task, view, t }: FormProps & { readonly view: CasePage }) {
  const answer = useAnswer(task.id);
  const [grant, setGrant] = useState('true');
  const [until, setUntil] = useState('');
  const [tried, setTried] = useState(false);
  const { language } = useLanguage();
  const asked = view.completion?.extensions.find(({ outcome }) => outcome === 'awaited');
  const isWrong = until.trim() !== '' && !isDate(until);
  const other = isDate(until) ? { until: dateOf(until) } : {};
  const send = (reason: string) => {
    if (isWrong) return;
    answer.mutate({ kind: 'answer-extension', grant: grant === 'true', reason, ...other });
  };
  return (
    <ReasonedForm
      button={t.answer}
      busy={answer.isPending}
      error={answer.error}
      tried={() => setTried(true)}
      send={send}
    >
      {asked && (
        <Facts
          facts={[
            [t.askedUntil, formatDate(asked.until)],
            [t.askedWhy, asked.reason],
            view.completion && [t.runsUntil, formatInstant(view.completion.deadline, language)],
          ]}
        />
      )}
      <RadioButtonGroup name="extension" labelText={t.answer} value={grant} onChange={setGrant} mb="m">
        <RadioButton value="true">{t.grantTime}</RadioButton>
        <RadioButton value="false">{t.refuseTime}</RadioButton>
      </RadioButtonGroup>
      <TextInput
        labelText={t.otherUntil}
        value={until}
        onChange={(value) => setUntil(String(value ?? ''))}
        status={tried && isWrong ? 'error' : 'default'}
        statusText={tried && isWrong ? t.dateWrong : ''}
        mb="m"
      />
    </ReasonedForm>
  );
}

/** A decision maker's answer to a proposed correction; a no needs its reason. */
function CorrectionForm({ task, t }: FormProps) {
  const answer = useAnswer(task.id);
  const [choice, setChoice] = useState('true');
  const approve = choice === 'true';
  return (
    <ReasonedForm
      button={t.answer}
      mayBeMissing={approve}
      busy={answer.isPending}
      error={answer.error}
      send={(reason) =>
        answer.mutate({ kind: 'decide-correction', approve, ...(reason.trim() ? { reason } : {}) })
      }
    >
      <RadioButtonGroup name="correction" labelText={t.answer} value={choice} onChange={setChoice} mb="m">
        <RadioButton value="true">{t.approveCorrection}</RadioButton>
        <RadioButton value="false">{t.refuseCorrection}</RadioButton>
      </RadioButtonGroup>
    </ReasonedForm>
  );
}
