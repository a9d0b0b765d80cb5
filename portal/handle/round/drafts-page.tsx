import { type FormEvent, useState } from 'react';
import { Link, useParams } from 'react-router';
import { Button } from 'suomifi-ui-components';
import type { Task } from '../../../domain/task/task.ts';
import { formatEuros } from '../../../texts/format.ts';
import { outcomeNames } from '../../../texts/mails.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { type Drafts, useDrafts, useRound } from '../../api/official.ts';
import { FileButton } from '../../frame/file-button.tsx';
import { Failure, Loaded } from '../../frame/loaded.tsx';
import { ProseField } from '../../frame/prose-field.tsx';
import { WideTable } from '../../frame/wide-table.tsx';
import { type InLanguage, useLanguage, useTexts } from '../../language/language.tsx';
import { useAnswer } from '../answer.ts';
import { PageOfCall } from '../page-of-call.tsx';
import { ReasonedForm } from '../reasoned-form.tsx';

type Words = InLanguage<typeof handleTexts>;

/** The drafted decisions: each letter to read, and all of them to approve or return together. */
export default function DraftsPage() {
  const { callId = '' } = useParams();
  const t = useTexts(handleTexts);
  const round = useRound(callId).data;
  const decidedBy = round?.decidedBy;
  const own = (kind: string) => round?.ownTasks.find((task) => task.kind === kind);
  const approval = own('approve-drafts');
  const revision = own('revise-drafts');
  return (
    <PageOfCall title={t.draftsTitle}>
      <Loaded query={useDrafts(callId)}>
        {(drafts) =>
          drafts.batch ? (
            <>
              {decidedBy ? (
                <p role="status" className="rule rule-met">
                  {t.draftsDecided(round?.officials.names[decidedBy] ?? decidedBy)}
                </p>
              ) : (
                <p>{t.draftsLead}</p>
              )}
              <DraftsTable callId={callId} drafts={drafts} t={t} />
              {approval && <Approval task={approval} drafts={drafts} batch={drafts.batch} t={t} />}
              {revision && <Revision task={revision} drafts={drafts} batch={drafts.batch} t={t} />}
              <p className="note">
                {t.batch} <code className="digest">{drafts.batch}</code>
              </p>
            </>
          ) : (
            <p>{t.draftsNone}</p>
          )
        }
      </Loaded>
    </PageOfCall>
  );
}

function DraftsTable({ callId, drafts: { drafts }, t }: { callId: string; drafts: Drafts; t: Words }) {
  const { language } = useLanguage();
  return (
    <WideTable caption={t.draftsTitle} hideCaption>
      <thead>
        <tr>
          <th scope="col">{t.caseColumn}</th>
          <th scope="col">{t.applicant}</th>
          <th scope="col">{t.outcome}</th>
          <th scope="col" className="number">
            {t.applied}
          </th>
          <th scope="col" className="number">
            {t.proposed}
          </th>
          <th scope="col">{t.preview}</th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => (
          <tr key={draft.digest}>
            <th scope="row" className="nowrap">
              <Link to={`/handle/cases/${draft.caseId}`}>{draft.caseNumber}</Link>
            </th>
            <td>{draft.applicant}</td>
            <td>{outcomeNames[draft.outcome][language]}</td>
            <td className="number">{formatEuros(draft.requestedCents, language)}</td>
            <td className="number">{formatEuros(draft.awardedCents, language)}</td>
            <td>
              <FileButton
                side="handle"
                ask={(api) =>
                  api('GET /calls/{callId}/drafts/{digest}/letter', {
                    path: { callId, digest: draft.digest },
                  })
                }
                text={t.preview}
                label={`${t.preview}: ${draft.caseNumber}`}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

interface AnswerProps {
  readonly task: Task;
  readonly drafts: Drafts;
  readonly batch: string;
  readonly t: Words;
}

function Approval({ task, drafts: { drafts }, batch, t }: AnswerProps) {
  const answer = useAnswer(task.id);
  const [remarks, setRemarks] = useState<Readonly<Record<string, string>>>({});
  const giveBack = (reason: string) => {
    const given = remarksOf(remarks);
    answer.mutate({
      kind: 'approve-drafts',
      batch,
      approve: false,
      reason,
      ...(given.length > 0 ? { remarks: given } : {}),
    });
  };
  return (
    <div className="panel">
      <h2>{t.approveDrafts}</h2>
      <Failure error={answer.error} />
      <Button
        onClick={() => answer.mutate({ kind: 'approve-drafts', batch, approve: true })}
        disabled={answer.isPending}
      >
        {t.approveDrafts}
      </Button>
      <details className="details">
        <summary>{t.returnDrafts}</summary>
        <p>{t.returnText}</p>
        <ReasonedForm
          button={t.returnDrafts}
          variant="secondary"
          busy={answer.isPending}
          send={giveBack}
          after={drafts.map(({ caseNumber }) => (
            <ProseField
              key={caseNumber}
              label={t.remark(caseNumber)}
              value={remarks[caseNumber] ?? ''}
              change={(text) => setRemarks({ ...remarks, [caseNumber]: text })}
            />
          ))}
        />
      </details>
    </div>
  );
}

/** A presenter's answer to the remarks: what is added to the reasons of each. */
function Revision({ task, drafts: { remarks }, batch, t }: AnswerProps) {
  const answer = useAnswer(task.id);
  const [additions, setAdditions] = useState<Readonly<Record<string, string>>>({});
  const given = remarksOf(additions);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given.length > 0) answer.mutate({ kind: 'revise-drafts', batch, additions: given });
  };
  return (
    <form className="panel" onSubmit={submit} noValidate>
      {remarks.map(({ caseNumber, text }) => (
        <div key={caseNumber}>
          <h3>{t.remark(caseNumber)}</h3>
          <blockquote>{text}</blockquote>
          <ProseField
            label={t.addition(caseNumber)}
            value={additions[caseNumber] ?? ''}
            change={(addition) => setAdditions({ ...additions, [caseNumber]: addition })}
          />
        </div>
      ))}
      <Failure error={answer.error} />
      <Button type="submit" disabled={answer.isPending || given.length === 0}>
        {t.sendAdditions}
      </Button>
    </form>
  );
}

function remarksOf(texts: Readonly<Record<string, string>>): { caseNumber: string; text: string }[] {
  return Object.entries(texts)
    .filter(([, text]) => text.trim() !== '')
    .map(([caseNumber, text]) => ({ caseNumber, text }));
}
