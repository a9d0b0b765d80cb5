import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { Button } from 'suomifi-ui-components';
import type { RequestOf } from '../../../contract/client.ts';
import type { Call } from '../../../domain/call/call.ts';
import type { Fault } from '../../../domain/fault.ts';
import { instantOf } from '../../../domain/time.ts';
import { formatInstant } from '../../../texts/format.ts';
import { publishTexts } from '../../../texts/portal/publish.ts';
import { useRounds } from '../../api/official.ts';
import { useCalls } from '../../api/public.ts';
import { useApi } from '../../api/use-api.tsx';
import { Failure } from '../../frame/loaded.tsx';
import { Page } from '../../frame/page.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { CallTerms } from '../../public/call-terms.tsx';
import { CallFile } from './call-file.tsx';
import { emptyPerson, readPeople } from './people.ts';
import { PeopleRows } from './people-rows.tsx';
import { SamePeople } from './same-people.tsx';

/** Where a call is published: its file, how the public will see it, who handles it, and the word that does it. */
export default function NewCallPage() {
  const t = useTexts(publishTexts);
  const { language } = useLanguage();
  const mayPublish = useRounds().data?.mayPublish;
  const taken = useCalls().data?.map(({ id }) => id) ?? [];
  const [call, setCall] = useState<Call>();
  const [published, setPublished] = useState<Call>();
  const path = [{ to: '/handle/publishing', text: t.title }];
  if (published) {
    return (
      <Page title={t.isPublished(published.name[language])} path={path}>
        <ul className="links">
          <li>
            <Link to={`/calls/${published.id}`}>{t.seePublic}</Link>
          </li>
          <li>
            <Link to="/handle/publishing">{t.title}</Link>
          </li>
        </ul>
      </Page>
    );
  }
  return (
    <Page title={t.publishNew} path={path}>
      {mayPublish === false ? (
        <p>{t.notAllowed}</p>
      ) : (
        <>
          <h2>{t.fileTitle}</h2>
          <CallFile found={setCall} isTaken={(id) => taken.includes(id)} />
          {call && <Preview call={call} />}
          {call && <Publication call={call} done={() => setPublished(call)} />}
        </>
      )}
    </Page>
  );
}

function Preview({ call }: { call: Call }) {
  const t = useTexts(publishTexts);
  const { language } = useLanguage();
  const { window, assumptions } = call;
  const opening = { opensAt: instantOf(window.opens), closesAt: instantOf(window.closes) };
  return (
    <>
      <h2>{t.previewTitle}</h2>
      {assumptions.length > 0 && (
        <div className="panel panel-warning">
          <h3>{t.assumptions}</h3>
          <ul>
            {assumptions.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <details className="details preview">
        <summary>{call.name[language]}</summary>
        <p className="lead">{call.purpose[language]}</p>
        <CallTerms call={{ ...call, ...opening }} />
      </details>
    </>
  );
}

function Publication({ call, done }: { call: Call; done: () => void }) {
  const t = useTexts(publishTexts);
  const { language } = useLanguage();
  const api = useApi('handle');
  const queries = useQueryClient();
  const [people, setPeople] = useState([emptyPerson()]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const publishing = useMutation({
    mutationFn: (body: RequestOf<'POST /calls'>) => api('POST /calls', { body }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      done();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readPeople(people);
    setFaults('faults' in read ? read.faults : []);
    if ('faults' in read) return;
    const { officials } = read;
    publishing.mutate({ commandId: crypto.randomUUID(), call, officials, seed: drawnSeed() });
  };
  return (
    <form onSubmit={submit} noValidate>
      <h2>{t.officialsTitle}</h2>
      <p>{t.officialsLead}</p>
      <SamePeople choose={(same) => setPeople([...same])} />
      <PeopleRows people={people} change={(changed) => setPeople([...changed])} faults={faults} />
      <h2>{t.publishTitle}</h2>
      <p>{t.publishText(call.name[language], formatInstant(instantOf(call.window.opens), language))}</p>
      <Failure error={publishing.error} />
      <Button type="submit" disabled={publishing.isPending}>
        {t.publish}
      </Button>
    </form>
  );
}

/** What breaks ties, drawn here and told to nobody but the API, which publishes only its digest. */
function drawnSeed(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
