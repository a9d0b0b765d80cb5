import { type ReactNode, useState } from 'react';
import { useLocation } from 'react-router';
import { Button, InlineAlert } from 'suomifi-ui-components';
import { frameTexts } from '../../texts/portal/frame.ts';
import { usePortal } from '../api/use-api.tsx';
import { Page } from '../frame/page.tsx';
import { useLanguage, useTexts } from '../language/language.tsx';
import { type Side, useSession } from './session.ts';
import { beginSignIn } from './sign-in.ts';

/** Pages that only somebody who has signed in can see. */
export function SignInRequired({ side, children }: { side: Side; children: ReactNode }) {
  const session = useSession(side);
  const { pathname, search, hash } = useLocation();
  return session ? children : <SignInPrompt side={side} returnTo={`${pathname}${search}${hash}`} />;
}

interface PromptProps {
  readonly side: Side;
  readonly returnTo: string;
  readonly failed?: boolean;
}

/** Asks to sign in, and says for what. */
export function SignInPrompt({ side, returnTo, failed = false }: PromptProps) {
  const t = useTexts(frameTexts);
  const { begin, error } = useSignIn(side, returnTo);
  return (
    <Page title={t.signInNeeded} lead={side === 'apply' ? t.signInApply : t.signInHandle}>
      {(failed || error) && (
        <div role="alert">
          <InlineAlert status="error" mb="s">
            {t.signInFailed}
          </InlineAlert>
        </div>
      )}
      <Button onClick={begin}>{t.signIn}</Button>
    </Page>
  );
}

/** Begins a sign-in that comes back to an address of the portal. */
export function useSignIn(side: Side, returnTo: string): { begin: () => void; error: boolean } {
  const { configuration } = usePortal();
  const { language } = useLanguage();
  const [error, setError] = useState(false);
  const begin = () => {
    beginSignIn(configuration, side, { returnTo, language }).catch(() => setError(true));
  };
  return { begin, error };
}
