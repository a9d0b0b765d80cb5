import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { Button, InlineAlert } from 'suomifi-ui-components';
import { frameTexts } from '../../texts/portal/frame.ts';
import { Refusal, SessionEnded, Unreachable } from '../api/client.ts';
import { useAlive } from '../drawn/alive.ts';
import { useTexts } from '../language/language.tsx';
import { Loading } from './loading.tsx';
import { NotFound } from './not-found.tsx';

interface LoadedProps<Document> {
  readonly query: UseQueryResult<Document>;
  readonly children: (document: Document) => ReactNode;
  /** What is drawn at the build, where that is more than that something is awaited. */
  readonly before?: ReactNode;
}

/** What a question to the API gave, once it is there; meanwhile that it is awaited, or why it does not come. */
export function Loaded<Document>({ query, children, before = <Loading /> }: LoadedProps<Document>) {
  const { data, error } = query;
  const t = useTexts(frameTexts);
  const alive = useAlive();
  // What was drawn at the build awaits everything, also where the answer has come before the page came alive.
  if (!alive) return before;
  if (data !== undefined) return children(data);
  if (!error) return <Loading />;
  if (error instanceof Refusal && error.status === 404) return <NotFound />;
  if (error instanceof Refusal && error.code === 'ties-not-declared') return <TiesFirst refusal={error} />;
  return (
    <>
      <Failure error={error} />
      <Button variant="secondary" onClick={() => query.refetch()}>
        {t.again}
      </Button>
    </>
  );
}

/** Leads to where an official declares their ties, which then leads back here. */
function TiesFirst({ refusal }: { refusal: Refusal }) {
  const { pathname } = useLocation();
  const callId = refusal.problem.details?.callId;
  return <Navigate to={`/handle/calls/${callId}/ties`} replace state={{ backTo: pathname }} />;
}

/** Why something did not work, in the reader's language; told at once to screen readers. */
export function Failure({ error }: { error: unknown }) {
  const t = useTexts(frameTexts);
  if (!error || error instanceof SessionEnded) return null;
  return (
    <div role="alert">
      <InlineAlert status="error" labelText={t.failed} mb="s">
        {wordsOf(error, t)}
        {error instanceof Refusal && error.problem.faults && (
          <ul>
            {error.problem.faults.map(({ place, text }) => (
              <li key={place + text}>{text}</li>
            ))}
          </ul>
        )}
      </InlineAlert>
    </div>
  );
}

function wordsOf(error: unknown, t: { unreachable: string; broken: string }): string {
  if (error instanceof Refusal) return error.problem.title || t.broken;
  return error instanceof Unreachable ? t.unreachable : t.broken;
}
