import { useNavigate, useParams } from 'react-router';
import { Button } from 'suomifi-ui-components';
import { publicTexts } from '../../texts/portal/public.ts';
import { type PublicCall, stageOf, useCall } from '../api/public.ts';
import { usePortal } from '../api/use-api.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { Page } from '../frame/page.tsx';
import { useLanguage, useTexts } from '../language/language.tsx';
import { CallBefore } from './call-before.tsx';
import { CallTerms } from './call-terms.tsx';
import { StageBadge, WindowText } from './home.tsx';

/** One call with its rules, criteria and documents; nobody needs to sign in to read them. */
export default function CallPage() {
  const { callId = '' } = useParams();
  return (
    <Loaded query={useCall(callId)} before={<CallBefore />}>
      {(call) => <CallRules call={call} />}
    </Loaded>
  );
}

function CallRules({ call }: { call: PublicCall }) {
  const { language } = useLanguage();
  const t = useTexts(publicTexts);
  return (
    <Page
      title={call.name[language]}
      kicker={
        <>
          {t.callKicker} <StageBadge call={call} />
        </>
      }
      lead={call.purpose[language]}
      path={[{ to: '/', text: t.homeTitle }]}
    >
      <Entry call={call} />
      <CallTerms call={call} />
      <Documents call={call} />
    </Page>
  );
}

function Entry({ call }: { call: PublicCall }) {
  const t = useTexts(publicTexts);
  const navigate = useNavigate();
  const stage = stageOf(call);
  return (
    <div className="entry">
      <p>
        <strong>
          <WindowText call={call} />
        </strong>
      </p>
      {stage === 'open' && (
        <>
          <Button onClick={() => navigate(`/apply/calls/${call.id}`)}>{t.apply}</Button>
          <p className="note">{t.applyNote}</p>
        </>
      )}
      {stage === 'decided' && (
        <Button onClick={() => navigate(`/calls/${call.id}/results`)}>{t.seeResults}</Button>
      )}
    </div>
  );
}

function Documents({ call }: { call: PublicCall }) {
  const t = useTexts(publicTexts);
  const { api } = usePortal().configuration;
  const { contact } = call.authority;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{t.documents}</h2>
      <ul>
        <li>
          <a href={`${api}/calls/${call.id}/announcement`}>{t.announcementDocument}</a>
        </li>
        <li>
          <a href={`${api}/calls/${call.id}`}>{t.callDocument}</a>
        </li>
      </ul>
      <p>
        {t.commitment} <code className="digest">{call.seedCommitment}</code>
      </p>
      <h3>{t.contact}</h3>
      <p>
        {contact.name}, <a href={`mailto:${contact.email}`}>{contact.email}</a>, {contact.phone}
      </p>
    </section>
  );
}
