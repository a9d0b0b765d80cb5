import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { handleTexts } from '../../texts/portal/handle.ts';
import { useRound } from '../api/official.ts';
import { Page } from '../frame/page.tsx';
import { useTexts } from '../language/language.tsx';

interface PageOfCallProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** One of the pages behind that of a call, whose id is in the address; it names the call and leads back to it. */
export function PageOfCall({ children, ...page }: PageOfCallProps) {
  const { callId = '' } = useParams();
  const { roundsTitle } = useTexts(handleTexts);
  const name = useRound(callId).data?.name ?? callId;
  const path = [
    { to: '/handle/calls', text: roundsTitle },
    { to: `/handle/calls/${callId}`, text: name },
  ];
  return (
    <Page wide kicker={name} path={path} {...page}>
      {children}
    </Page>
  );
}
