import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { TextInput } from 'suomifi-ui-components';
import type { MailKind } from '../../../domain/mail/events.ts';
import { formatInstant } from '../../../texts/format.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { type LedgerMail, useMails, useRound } from '../../api/official.ts';
import { useRelations } from '../../api/roles.ts';
import { useApi } from '../../api/use-api.tsx';
import { Badge, type Tone } from '../../frame/badge.tsx';
import { Loaded } from '../../frame/loaded.tsx';
import { Page } from '../../frame/page.tsx';
import { WideTable } from '../../frame/wide-table.tsx';
import { type InLanguage, useLanguage, useTexts } from '../../language/language.tsx';
import { ReasonedForm } from '../reasoned-form.tsx';

type Words = InLanguage<typeof handleTexts>;

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
        {({ mails }) => <Ledger mails={mails} maySend={relations.has('presenter')} t={t} />}
      </Loaded>
    </Page>
  );
}

interface LedgerProps {
  readonly mails: readonly LedgerMail[];
  /** Whether the reader may have a message sent again. */
  readonly maySend: boolean;
  readonly t: Words;
}

function Ledger({ mails, maySend, t }: LedgerProps) {
  const { language } = useLanguage();
  return (
    <WideTable caption={t.mailsTitle} hideCaption>
      <thead>
        <tr>
          <th scope="col">{t.mail}</th>
          <th scope="col">{t.caseColumn}</th>
          <th scope="col">{t.to}</th>
          <th scope="col">{t.at}</th>
          <th scope="col">{t.standing}</th>
          {maySend && <th scope="col">{t.resend}</th>}
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr key={`${mail.caseId ?? ''} ${mail.key}`}>
            <th scope="row">{kindName(mail.mail, t)}</th>
            <td>
              {mail.caseId && <Link to={`/handle/cases/${mail.caseId}`}>{mail.caseNumber}</Link>}
              <br />
              <span className="note">{mail.applicantName}</span>
            </td>
            <td className="addresses">{mail.to.join(', ')}</td>
            <td className="nowrap">{formatInstant(mail.wantedAt, language)}</td>
            <td>
              <Standing mail={mail} t={t} />
            </td>
            {maySend && <td>{mail.caseId && <Resend mail={mail} caseId={mail.caseId} t={t} />}</td>}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function Standing({ mail, t }: { mail: LedgerMail; t: Words }) {
  const [tone, words] = standingOf(mail, t);
  return <Badge tone={tone}>{words}</Badge>;
}

function standingOf({ standing, posted, delivered, undelivered, to }: LedgerMail, t: Words): [Tone, string] {
  if (posted) return ['neutral', t.mailPosted];
  if (standing === 'failed' || undelivered.length > 0) return ['bad', t.mailFailed];
  if (delivered.length >= to.length) return ['good', t.mailDelivered];
  const others: Readonly<Record<string, [Tone, string]>> = {
    sent: ['active', t.mailSent],
    refused: ['warning', t.mailRefused],
    reordered: ['active', t.mailReordered],
  };
  return others[standing] ?? ['neutral', t.mailWanted];
}

function Resend({ mail, caseId, t }: { mail: LedgerMail; caseId: string; t: Words }) {
  const api = useApi('handle');
  const queries = useQueryClient();
  const [to, setTo] = useState('');
  const sending = useMutation({
    mutationFn: (reason: string) =>
      api('POST /cases/{caseId}/mails/{key}/resend', {
        path: { caseId, key: mail.key },
        body: { commandId: crypto.randomUUID(), reason, ...(to.trim() ? { to: [to.trim()] } : {}) },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['handle'] }),
  });
  return (
    <details>
      <summary aria-label={`${t.resend}: ${kindName(mail.mail, t)} ${mail.caseNumber ?? ''}`}>
        {t.resend}
      </summary>
      <ReasonedForm
        className="narrow"
        button={t.resend}
        variant="secondary"
        busy={sending.isPending}
        error={sending.error}
        send={(reason) => sending.mutate(reason)}
      >
        <TextInput
          labelText={t.resendTo}
          type="email"
          value={to}
          onChange={(value) => setTo(String(value ?? ''))}
          mb="s"
        />
      </ReasonedForm>
    </details>
  );
}

function kindName(kind: MailKind, t: Words): string {
  const names: Partial<Readonly<Record<MailKind, string>>> = {
    receipt: t.kindReceipt,
    rejection: t.kindRejection,
    'completion-request': t.kindCompletion,
    decision: t.kindDecision,
    'partner-decision': t.kindPartner,
  };
  return names[kind] ?? t.kindOther;
}
