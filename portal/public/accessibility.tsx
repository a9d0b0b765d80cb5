import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button, TextInput } from 'suomifi-ui-components';
import { formatInstant } from '../../texts/format.ts';
import { accessibilityTexts } from '../../texts/portal/accessibility.ts';
import { useApi } from '../api/use-api.tsx';
import { useAlive } from '../drawn/alive.ts';
import { Failure } from '../frame/loaded.tsx';
import { Loading } from '../frame/loading.tsx';
import { Page } from '../frame/page.tsx';
import { ProseField } from '../frame/prose-field.tsx';
import { type InLanguage, useLanguage, useTexts } from '../language/language.tsx';

/** The accessibility statement (Act 306/2019 § 9) with its feedback form (§ 10). */
export default function Accessibility() {
  const t = useTexts(accessibilityTexts);
  const alive = useAlive();
  return (
    <Page title={t.title} lead={t.lead}>
      <h2>{t.status}</h2>
      <p>{t.statusText}</p>
      <h2>{t.lacks}</h2>
      <ul>
        <li>{t.lacksAttachments}</li>
        <li>{t.lacksSources}</li>
      </ul>
      {alive ? <Feedback t={t} /> : <Loading />}
      <h2>{t.supervision}</h2>
      <p>{t.supervisionText}</p>
    </Page>
  );
}

/** Nobody needs to say who they are; what they tell is acknowledged at once, with when it is answered. */
function Feedback({ t }: { t: InLanguage<typeof accessibilityTexts> }) {
  const api = useApi();
  const { language } = useLanguage();
  const [message, setMessage] = useState('');
  const [page, setPage] = useState('');
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const [commandId] = useState(() => crypto.randomUUID());
  const sending = useMutation({
    mutationFn: () =>
      api('POST /feedback', {
        body: {
          commandId,
          about: 'accessibility',
          message,
          ...(page.startsWith('/') ? { page } : {}),
          ...(email.trim() ? { email: email.trim() } : {}),
        },
      }),
  });
  const noMessage = tried && !message.trim();
  const wrongEmail = tried && email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(email.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const sound = message.trim() && (email.trim() === '' || /^\S+@\S+\.\S+$/.test(email.trim()));
    if (sound) sending.mutate();
  };
  return (
    <section aria-labelledby="feedback">
      <h2 id="feedback">{t.feedback}</h2>
      {sending.data ? (
        <p role="status" className="rule rule-met">
          <strong>{t.sent}.</strong> {t.answerBy(formatInstant(sending.data.answerBy, language))}
        </p>
      ) : (
        <form onSubmit={submit} noValidate>
          <p>{t.feedbackText}</p>
          <ProseField
            label={t.message}
            value={message}
            change={setMessage}
            fault={noMessage ? t.messageMissing : undefined}
          />
          <TextInput
            labelText={t.page}
            hintText={t.pageHint}
            optionalText={t.optional}
            value={page}
            onChange={(value) => setPage(String(value ?? ''))}
            fullWidth
            mb="m"
          />
          <TextInput
            labelText={t.email}
            optionalText={t.optional}
            type="email"
            value={email}
            onChange={(value) => setEmail(String(value ?? ''))}
            status={wrongEmail ? 'error' : 'default'}
            statusText={wrongEmail ? t.emailWrong : ''}
            fullWidth
            mb="m"
          />
          <Failure error={sending.error} />
          <Button type="submit" disabled={sending.isPending}>
            {t.send}
          </Button>
        </form>
      )}
    </section>
  );
}
