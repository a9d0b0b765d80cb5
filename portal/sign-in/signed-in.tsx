import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { frameTexts } from '../../texts/portal/frame.ts';
import { usePortal } from '../api/use-api.tsx';
import { Page } from '../frame/page.tsx';
import { useTexts } from '../language/language.tsx';
import { SignInPrompt } from './required.tsx';
import type { Side } from './session.ts';
import { endSignIn } from './sign-in.ts';

/** Where the browser comes back to from the sign-in page. */
export function SignedIn({ side }: { side: Side }) {
  const t = useTexts(frameTexts);
  const { configuration } = usePortal();
  const navigate = useNavigate();
  const [failed, setFailed] = useState(false);
  const begun = useRef(false);
  useEffect(() => {
    // A code is good once; React's strict mode runs effects twice.
    if (begun.current) return;
    begun.current = true;
    endSignIn(configuration, side, new URLSearchParams(location.search)).then(
      (returnTo) => navigate(returnTo, { replace: true }),
      () => setFailed(true),
    );
  }, [configuration, side, navigate]);
  if (failed) return <SignInPrompt side={side} returnTo={`/${side}`} failed />;
  return <Page title={t.signingIn} />;
}
