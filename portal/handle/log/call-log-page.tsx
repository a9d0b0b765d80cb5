import { useParams } from 'react-router';
import { logTexts } from '../../../texts/portal/log.ts';
import { useCallLog } from '../../api/log.ts';
import { useRound } from '../../api/official.ts';
import { Loaded } from '../../frame/loaded.tsx';
import { useTexts } from '../../language/language.tsx';
import { PageOfCall } from '../page-of-call.tsx';
import { LogView } from './log-view.tsx';

/** Everything that happened in a call, with its chain. */
export default function CallLogPage() {
  const { callId = '' } = useParams();
  const t = useTexts(logTexts);
  const round = useRound(callId).data;
  return (
    <PageOfCall title={t.title} lead={t.lead}>
      <Loaded query={useCallLog(callId)}>
        {({ events }) => <LogView events={events} names={round?.officials.names ?? {}} />}
      </Loaded>
    </PageOfCall>
  );
}
