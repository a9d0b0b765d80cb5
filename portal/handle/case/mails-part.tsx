import { handleTexts } from '../../../texts/portal/handle.ts';
import { type CasePage, useOfficial } from '../../api/official.ts';
import { useRelations } from '../../api/roles.ts';
import { Loaded } from '../../frame/loaded.tsx';
import { useTexts } from '../../language/language.tsx';
import { MailLedger } from '../mail-ledger.tsx';

/** The messages of a case; a presenter may have one sent again. */
export function MailsPart({ view: { caseId, callId } }: { view: CasePage }) {
  const t = useTexts(handleTexts);
  const maySend = useRelations(callId).has('presenter');
  return (
    <section aria-labelledby="mails">
      <h2 id="mails">{t.mailsTitle}</h2>
      <Loaded query={useOfficial('GET /cases/{caseId}/mails', { path: { caseId } })}>
        {({ mails }) => <MailLedger mails={mails} maySend={maySend} ofCase={caseId} />}
      </Loaded>
    </section>
  );
}
