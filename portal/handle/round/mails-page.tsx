import { useParams } from 'react-router';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { useMails, useRound } from '../../api/official.ts';
import { useRelations } from '../../api/roles.ts';
import { Loaded } from '../../frame/loaded.tsx';
import { Page } from '../../frame/page.tsx';
import { useTexts } from '../../language/language.tsx';
import { MailLedger } from '../mail-ledger.tsx';

/** Every message of a call, how far it has come, and the sending of it again. */
export default function MailsPage() {
  const { callId = '' } = useParams();
  const t = useTexts(handleTexts);
  const name = useRound(callId).data?.name ?? callId;
  const relations = useRelations(callId);
  return (
    <Page
      wide
      title={t.mailsTitle}
      kicker={name}
      path={[
        { to: '/handle/calls', text: t.roundsTitle },
        { to: `/handle/calls/${callId}`, text: name },
      ]}
    >
      <Loaded query={useMails(callId)}>
        {({ mails }) => <MailLedger mails={mails} maySend={relations.has('presenter')} />}
      </Loaded>
    </Page>
  );
}
