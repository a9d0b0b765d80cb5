import { Link } from 'react-router';
import { formatInstant } from '../../texts/format.ts';
import { applyTexts } from '../../texts/portal/apply.ts';
import { type ApplicantTask, type ListedApplication, useApplications } from '../api/applicant.ts';
import { Facts } from '../frame/facts.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { Page } from '../frame/page.tsx';
import { useLanguage, useTexts } from '../language/language.tsx';
import { StageOfApplication } from './stage-badge.tsx';

/** Everything that a person's organisations apply for or have applied for, with what waits for them. */
export function Applications() {
  const t = useTexts(applyTexts);
  return (
    <Page title={t.title}>
      <Loaded query={useApplications()}>
        {(applications) =>
          applications.length === 0 ? (
            <p>{t.none}</p>
          ) : (
            <ul className="cards cards-wide">
              {applications.map((application) => (
                <Card key={application.draftId ?? application.caseId} application={application} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <p>
        <Link to="/">{t.findCall}</Link>
      </p>
    </Page>
  );
}

function Card({ application }: { application: ListedApplication }) {
  const t = useTexts(applyTexts);
  const { language } = useLanguage();
  const { draftId, caseId, title, callName, number, arrivedAt, savedAt, stage, tasks } = application;
  const toCase = caseId && stage !== 'draft';
  return (
    <li className="card">
      <StageOfApplication stage={stage} />
      <h2>
        <Link to={toCase ? `/apply/applications/${caseId}` : `/apply/drafts/${draftId}/applicant`}>
          {title || t.untitled}
        </Link>
      </h2>
      <p>{callName}</p>
      <Facts
        facts={[
          number ? [t.number, number] : undefined,
          arrivedAt ? [t.arrivedAt, formatInstant(arrivedAt, language)] : undefined,
          savedAt && !arrivedAt ? [t.savedAt, formatInstant(savedAt, language)] : undefined,
        ]}
      />
      {tasks.length > 0 && (
        <p>
          <strong>{t.tasks}: </strong>
          {tasks.map(({ kind, deadline }) => (
            <TaskLine key={kind} kind={kind} deadline={deadline} application={application} />
          ))}
        </p>
      )}
    </li>
  );
}

function TaskLine({
  kind,
  deadline,
  application: { draftId, caseId },
}: {
  kind: ApplicantTask;
  deadline: string | undefined;
  application: ListedApplication;
}) {
  const t = useTexts(applyTexts);
  const { language } = useLanguage();
  const words = {
    send: t.taskSend,
    sign: t.taskSign,
    complete: t.taskComplete,
    'answer-hearing': t.taskHearing,
    'read-decision': t.taskRead,
  };
  const text = deadline ? t.before(words[kind], formatInstant(deadline, language)) : words[kind];
  const toDraft = draftId && (kind === 'send' || kind === 'sign');
  return (
    <Link
      className="task-line"
      to={toDraft ? `/apply/drafts/${draftId}/check` : `/apply/applications/${caseId}`}
    >
      {text}
    </Link>
  );
}
