import { useParams } from 'react-router';
import { formatEuros, formatInstant } from '../../../texts/format.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { type CasePage as CaseView, useCase, useTasks } from '../../api/official.ts';
import { Facts } from '../../frame/facts.tsx';
import { Loaded } from '../../frame/loaded.tsx';
import { Page } from '../../frame/page.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { AfterDecision } from './after-decision.tsx';
import { AnswerForm } from './answer-form.tsx';
import { ApplicationPart } from './application-part.tsx';
import { CaseTasks } from './case-tasks.tsx';
import { CompletionPart } from './completion-part.tsx';
import { Evaluations } from './evaluations.tsx';
import { MailsPart } from './mails-part.tsx';
import { RetentionPart } from './retention-part.tsx';
import { Rules } from './rules.tsx';
import { Timeline } from './timeline.tsx';
import { Versions } from './versions.tsx';

/** All that an official may see of a case, with what waits for them on it. */
export default function CasePage() {
  const { caseId = '' } = useParams();
  return <Loaded query={useCase(caseId)}>{(view) => <Case view={view} />}</Loaded>;
}

function Case({ view }: { view: CaseView }) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  const tasks = useTasks().data?.tasks.filter(({ caseId }) => caseId === view.caseId) ?? [];
  const scoring = tasks.find(({ kind }) => kind === 'score-case');
  const { current, application, number = '', callName, callId = '', arrivedAt } = view;
  const content = application && 'value' in application ? application.value : undefined;
  return (
    <Page
      wide
      title={current?.summary.title ?? number}
      kicker={`${number} · ${callName}`}
      path={[
        { to: '/handle', text: t.queueTitle },
        { to: `/handle/calls/${callId}`, text: callName },
      ]}
    >
      <CaseTasks view={view} tasks={tasks} />
      <Facts
        facts={[
          [t.applicant, `${current?.summary.applicantName ?? ''} (${view.businessId})`],
          content ? [t.requested, formatEuros(content.financing.requestedCents, language)] : undefined,
          arrivedAt ? [t.arrived, formatInstant(arrivedAt, language)] : undefined,
          view.decision ? [t.awarded, formatEuros(view.decision.awardedCents, language)] : undefined,
          view.replacedBy ? [t.replacedBy, view.replacedBy] : undefined,
        ]}
      />
      {view.decision && <AfterDecision view={view} decision={view.decision} tasks={tasks} />}
      {view.completion && <CompletionPart view={view} completion={view.completion} />}
      <Rules view={view} />
      {content && <ApplicationPart view={view} application={content} />}
      {scoring && <AnswerForm task={scoring} view={view} />}
      {view.evaluators.length > 0 && <Evaluations view={view} />}
      {view.arrivals.length > 1 && <Versions view={view} />}
      <MailsPart view={view} />
      <RetentionPart view={view} />
      <Timeline view={view} />
    </Page>
  );
}
