import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Button } from 'suomifi-ui-components';
import { explainFault } from '../../texts/faults.ts';
import { formatInstant } from '../../texts/format.ts';
import { applyTexts } from '../../texts/portal/apply.ts';
import { explainMissing } from '../../texts/rules.ts';
import { type ApplicantCase, useApplication } from '../api/applicant.ts';
import { type PublicCall, useCall } from '../api/public.ts';
import { serverNow } from '../api/server-time.ts';
import { useApi } from '../api/use-api.tsx';
import { Facts } from '../frame/facts.tsx';
import { Failure, Loaded } from '../frame/loaded.tsx';
import { Page } from '../frame/page.tsx';
import { type InLanguage, useLanguage, useTexts } from '../language/language.tsx';
import { AfterDecision } from './after-decision.tsx';
import { StageOfApplication } from './stage-badge.tsx';
import { MoreTime, Withdrawal } from './withdrawal.tsx';

type Words = InLanguage<typeof applyTexts>;

/** One application of an organisation: its receipt, what is asked of it, what happened, and the decision. */
export function ApplicationPage() {
  const { caseId = '' } = useParams();
  return (
    <Loaded query={useApplication(caseId)}>
      {(application) => <Application caseId={caseId} application={application} />}
    </Loaded>
  );
}

function Application({ caseId, application }: { caseId: string; application: ApplicantCase }) {
  const t = useTexts(applyTexts);
  const { language } = useLanguage();
  const call = useCall(application.callId ?? '').data;
  const { stage, number, decision } = application;
  const isOpen = call && serverNow() <= call.closesAt && !decision && stage !== 'withdrawn';
  return (
    <Page
      title={decision?.title ?? (number ? `${call?.name[language] ?? ''} ${number}` : t.untitled)}
      kicker={<StageOfApplication stage={stage} />}
      path={[{ to: '/apply', text: t.title }]}
    >
      {application.completion?.outcome === 'awaited' && (
        <CompletionRequest caseId={caseId} completion={application.completion} call={call} t={t} />
      )}
      {decision && <AfterDecision caseId={caseId} application={application} decision={decision} t={t} />}
      <Receipt application={application} t={t} />
      {isOpen && application.sha256 && (
        <section>
          <p>{t.editNote}</p>
          <Redraft caseId={caseId} text={t.edit} variant="secondary" />
        </section>
      )}
      {number && !decision && stage !== 'withdrawn' && <Withdrawal caseId={caseId} t={t} />}
      <Timeline application={application} t={t} />
    </Page>
  );
}

function Receipt({ application, t }: { application: ApplicantCase; t: Words }) {
  const { language } = useLanguage();
  const { number, arrivedAt, sha256, versions, rejections } = application;
  const awaited = versions.at(-1)?.fate === 'awaited';
  const rejected = rejections.find(({ version }) => version === versions.at(-1)?.version);
  return (
    <div aria-live="polite">
      {awaited && <p className="entry">{t.receiving}</p>}
      {rejected && (
        <section className="panel panel-bad" aria-labelledby="rejected">
          <h2 id="rejected">{t.rejectedTitle(rejected.version)}</h2>
          <ul>
            {rejected.faults.map((fault) => (
              <li key={fault.place + fault.code}>{explainFault(fault, language)}</li>
            ))}
          </ul>
        </section>
      )}
      {number && arrivedAt && (
        <section className="panel panel-good" aria-labelledby="receipt">
          <h2 id="receipt">{t.receiptTitle}</h2>
          <p>{t.receiptText}</p>
          <Facts
            facts={[
              [t.number, number],
              [t.arrivedAt, formatInstant(arrivedAt, language)],
              sha256
                ? [
                    t.digest,
                    <code className="digest" key="digest">
                      {sha256}
                    </code>,
                  ]
                : undefined,
            ]}
          />
        </section>
      )}
    </div>
  );
}

function CompletionRequest({
  caseId,
  completion,
  call,
  t,
}: {
  caseId: string;
  completion: NonNullable<ApplicantCase['completion']>;
  call: PublicCall | undefined;
  t: Words;
}) {
  const { language } = useLanguage();
  return (
    <section className="panel panel-warning" aria-labelledby="complete">
      <h2 id="complete">{t.completeTitle}</h2>
      <p>{t.completeBy(formatInstant(completion.deadline, language))}</p>
      <ul>
        {completion.missing.map((item) => {
          const text = call && explainMissing(item, call, language);
          return <li key={JSON.stringify(item)}>{text}</li>;
        })}
      </ul>
      <p>
        <Redraft caseId={caseId} text={t.complete} variant="default" />
      </p>
      <MoreTime caseId={caseId} extensions={completion.extensions} t={t} />
    </section>
  );
}

/** Opens a draft of the next version, made of the one that was received. */
function Redraft({
  caseId,
  text,
  variant,
}: {
  caseId: string;
  text: string;
  variant: 'default' | 'secondary';
}) {
  const api = useApi('apply');
  const navigate = useNavigate();
  const [commandId] = useState(() => crypto.randomUUID());
  const redraft = useMutation({
    mutationFn: () => api('POST /applications/{caseId}/drafts', { path: { caseId }, body: { commandId } }),
    onSuccess: ({ draftId }) => navigate(`/apply/drafts/${draftId}/applicant`),
  });
  return (
    <>
      <Failure error={redraft.error} />
      <Button variant={variant} onClick={() => redraft.mutate()} disabled={redraft.isPending}>
        {text}
      </Button>
    </>
  );
}

function Timeline({ application, t }: { application: ApplicantCase; t: Words }) {
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t.timeline}</h2>
      <ol className="timeline">
        {application.timeline.map(({ at, who, what }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a log only grows at its end
          <li key={index}>
            {what} <span className="note">{[at, who].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
