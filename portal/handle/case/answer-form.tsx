import { type FormEvent, useState } from 'react';
import { Button, RadioButton, RadioButtonGroup, TextInput } from 'suomifi-ui-components';
import { formatInstant } from '../../../texts/format.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import type { CasePage, QueuedTask } from '../../api/official.ts';
import { dateOf, isDate } from '../../apply/draft/draft-form.ts';
import { Failure } from '../../frame/loaded.tsx';
import { type InLanguage, useLanguage, useTexts } from '../../language/language.tsx';
import { useAnswer } from '../answer.ts';
import { ReasonField } from '../reason-field.tsx';
import { taskName } from '../task-names.ts';
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
      {task.kind === 'answer-extension' && <ExtensionForm task={task} t={t} />}
      {task.kind === 'decide-correction' && <CorrectionForm task={task} t={t} />}
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
  const [ground, setGround] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (ground.trim()) answer.mutate({ kind: 'declare-disqualification', ground });
  };
  return (
    <details className="details">
      <summary>{t.disqualified}</summary>
      <p>{t.disqualifiedText}</p>
      <form onSubmit={submit} noValidate>
        <ReasonField
          label={t.ground}
          value={ground}
          change={setGround}
          fault={tried && !ground.trim() ? t.reasonMissing : undefined}
        />
        <Failure error={answer.error} />
        <Button type="submit" variant="secondary" disabled={answer.isPending}>
          {t.declare}
        </Button>
      </form>
    </details>
  );
}

function DisagreementForm({ task, t }: FormProps) {
  const answer = useAnswer(task.id);
  const [choice, setChoice] = useState('stands');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim()) {
      answer.mutate({ kind: 'consider-disagreement', another: choice === 'another', reason });
    }
  };
  return (
    <form onSubmit={submit} noValidate>
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
      <ReasonField
        label={t.reason}
        value={reason}
        change={setReason}
        fault={tried && !reason.trim() ? t.reasonMissing : undefined}
      />
      <Failure error={answer.error} />
      <Button type="submit" disabled={answer.isPending}>
        {t.answer}
      </Button>
    </form>
  );
}

function PostForm({ task, t }: FormProps) {
  const answer = useAnswer(task.id);
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isDate(typed)) answer.mutate({ kind: 'send-by-post', sentOn: dateOf(typed) });
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        labelText={t.sentOn}
        value={typed}
        onChange={(value) => setTyped(String(value ?? ''))}
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
function ExtensionForm({ task, t }: FormProps) {
  const answer = useAnswer(task.id);
  const [grant, setGrant] = useState('true');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const other = isDate(until) ? { until: dateOf(until) } : {};
    if (reason.trim()) answer.mutate({ kind: 'answer-extension', grant: grant === 'true', reason, ...other });
  };
  return (
    <form onSubmit={submit} noValidate>
      <RadioButtonGroup name="extension" labelText={t.answer} value={grant} onChange={setGrant} mb="m">
        <RadioButton value="true">{t.grantTime}</RadioButton>
        <RadioButton value="false">{t.refuseTime}</RadioButton>
      </RadioButtonGroup>
      <TextInput
        labelText={t.otherUntil}
        value={until}
        onChange={(value) => setUntil(String(value ?? ''))}
        mb="m"
      />
      <ReasonField
        label={t.reason}
        value={reason}
        change={setReason}
        fault={tried && !reason.trim() ? t.reasonMissing : undefined}
      />
      <Failure error={answer.error} />
      <Button type="submit" disabled={answer.isPending}>
        {t.answer}
      </Button>
    </form>
  );
}

/** A decision maker's answer to a proposed correction; a no needs its reason. */
function CorrectionForm({ task, t }: FormProps) {
  const answer = useAnswer(task.id);
  const [approve, setApprove] = useState('true');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const needsReason = approve === 'false' && !reason.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const why = reason.trim() ? { reason } : {};
    if (!needsReason) answer.mutate({ kind: 'decide-correction', approve: approve === 'true', ...why });
  };
  return (
    <form onSubmit={submit} noValidate>
      <RadioButtonGroup name="correction" labelText={t.answer} value={approve} onChange={setApprove} mb="m">
        <RadioButton value="true">{t.approveCorrection}</RadioButton>
        <RadioButton value="false">{t.refuseCorrection}</RadioButton>
      </RadioButtonGroup>
      <ReasonField
        label={t.reason}
        value={reason}
        change={setReason}
        fault={tried && needsReason ? t.reasonMissing : undefined}
      />
      <Failure error={answer.error} />
      <Button type="submit" disabled={answer.isPending}>
        {t.answer}
      </Button>
    </form>
  );
}
