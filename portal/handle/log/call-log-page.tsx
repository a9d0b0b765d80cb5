import { useParams } from 'react-router';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { logTexts } from '../../../texts/portal/log.ts';
import { useCallLog } from '../../api/log.ts';
import { useRound } from '../../api/official.ts';
import { Loaded } from '../../frame/loaded.tsx';
import { Page } from '../../frame/page.tsx';
import { useTexts } from '../../language/language.tsx';
import { LogView } from './log-view.tsx';

/** Everything that happened in a call, with its chain. */
export default function CallLogPage() {
  const { callId = '' } = useParams();
  const t = useTexts(logTexts);
  const words = useTexts(handleTexts);
  const round = useRound(callId).data;
  const name = round?.name ?? callId;
  return (
    <Page
      wide
      title={t.title}
      kicker={name}
      lead={t.lead}
      path={[
        { to: '/handle/calls', text: words.roundsTitle },
        { to: `/handle/calls/${callId}`, text: name },
      ]}
    >
      <Loaded query={useCallLog(callId)}>
        {({ events }) => <LogView events={events} names={round?.officials.names ?? {}} />}
      </Loaded>
    </Page>
  );
}
