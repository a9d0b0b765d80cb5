import { useParams } from 'react-router';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { useMails } from '../../api/official.ts';
import { useRelations } from '../../api/roles.ts';
import { Loaded } from '../../frame/loaded.tsx';
import { useTexts } from '../../language/language.tsx';
import { MailLedger } from '../mail-ledger.tsx';
import { PageOfCall } from '../page-of-call.tsx';

/** Every message of a call, how far it has come, and the sending of it again. */
export default function MailsPage() {
  const { callId = '' } = useParams();
  const t = useTexts(handleTexts);
  const relations = useRelations(callId);
  return (
    <PageOfCall title={t.mailsTitle}>
      <Loaded query={useMails(callId)}>
        {({ mails }) => <MailLedger mails={mails} maySend={relations.has('presenter')} />}
      </Loaded>
    </PageOfCall>
  );
}
