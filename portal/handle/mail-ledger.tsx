import { useState } from 'react';
import { Link } from 'react-router';
import { TextInput } from 'suomifi-ui-components';
import { formatDate, formatInstant } from '../../texts/format.ts';
import { handleTexts } from '../../texts/portal/handle.ts';
import { mailNames } from '../../texts/timeline/mail-words.ts';
import { useCommand } from '../api/command.ts';
import type { LedgerMail } from '../api/official.ts';
import { Badge, type Tone } from '../frame/badge.tsx';
import { WideTable } from '../frame/wide-table.tsx';
import { type InLanguage, useLanguage, useTexts } from '../language/language.tsx';
import { ReasonedForm } from './reasoned-form.tsx';

type Words = InLanguage<typeof handleTexts>;

interface MailLedgerProps {
  readonly mails: readonly LedgerMail[];
  /** Whether the reader may have a message sent again. */
  readonly maySend: boolean;
  /** The case that all of them are about, where they are of one. */
  readonly ofCase?: string;
}

/** Messages, how far each has come, and the sending of it again. */
export function MailLedger({ mails, maySend, ofCase }: MailLedgerProps) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  const caseOf = ({ caseId = '' }: LedgerMail) => ofCase ?? caseId;
  return (
    <WideTable caption={t.mailsTitle} hideCaption>
      <thead>
        <tr>
          <th scope="col">{t.mail}</th>
          {!ofCase && <th scope="col">{t.caseColumn}</th>}
          <th scope="col">{t.to}</th>
          <th scope="col">{t.at}</th>
          <th scope="col">{t.standing}</th>
          {maySend && <th scope="col">{t.resend}</th>}
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr key={`${mail.caseId ?? ''} ${mail.key}`}>
            <th scope="row">{mailNames[mail.mail][language]}</th>
            {!ofCase && (
              <td>
                {mail.caseId && <Link to={`/handle/cases/${mail.caseId}`}>{mail.caseNumber}</Link>}
                <br />
                <span className="note">{mail.applicantName}</span>
              </td>
            )}
            <td className="addresses">{mail.to.join(', ')}</td>
            <td className="nowrap">{formatInstant(mail.wantedAt, language)}</td>
            <td>
              <Standing mail={mail} t={t} />
              {mail.posted && <span className="note"> {formatDate(mail.posted)}</span>}
            </td>
            {maySend && <td>{caseOf(mail) && <Resend mail={mail} caseId={caseOf(mail)} t={t} />}</td>}
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
  const { language } = useLanguage();
  const [to, setTo] = useState('');
  const sending = useCommand('handle', (api, body: { reason: string; to?: string[] }, commandId) =>
    api('POST /cases/{caseId}/mails/{key}/resend', {
      path: { caseId, key: mail.key },
      body: { commandId, ...body },
    }),
  );
  return (
    <details>
      <summary aria-label={`${t.resend}: ${mailNames[mail.mail][language]} ${mail.caseNumber ?? ''}`}>
        {t.resend}
      </summary>
      <ReasonedForm
        className="narrow"
        button={t.resend}
        variant="secondary"
        busy={sending.isPending}
        error={sending.error}
        send={(reason) => sending.mutate({ reason, ...(to.trim() ? { to: [to.trim()] } : {}) })}
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
