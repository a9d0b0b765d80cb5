import { useParams } from 'react-router';
import { logTexts } from '../../../texts/portal/log.ts';
import { useCase, useCaseLog } from '../../api/official.ts';
import { Loaded } from '../../frame/loaded.tsx';
import { Page } from '../../frame/page.tsx';
import { useTexts } from '../../language/language.tsx';
import { LogView } from './log-view.tsx';

/** Everything that happened to a case, with its chain. */
export default function CaseLogPage() {
  const { caseId = '' } = useParams();
  const t = useTexts(logTexts);
  const view = useCase(caseId).data;
  const { callId = '', callName = '', number = '' } = view ?? {};
  return (
    <Page
      wide
      title={t.title}
      kicker={[number, view?.current?.summary.title].filter(Boolean).join(' · ')}
      lead={t.lead}
      path={[
        { to: `/handle/calls/${callId}`, text: callName },
        { to: `/handle/cases/${caseId}`, text: number },
      ]}
    >
      <Loaded query={useCaseLog(caseId)}>
        {({ events }) => <LogView events={events} names={view?.officialNames ?? {}} />}
      </Loaded>
    </Page>
  );
}
