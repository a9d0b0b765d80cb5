import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { type Language, languages } from '../../texts/language.ts';
import { frameTexts } from '../../texts/portal/frame.ts';
import { usePortal } from '../api/use-api.tsx';
import { type InLanguage, useLanguage, useTexts } from '../language/language.tsx';
import { type Side, useSession } from '../sign-in/session.ts';
import { signOut } from '../sign-in/sign-in.ts';
import { Boundary } from './boundary.tsx';

const OfficialLinks = lazy(() => import('../handle/official-links.tsx'));

/** The languages in their own names, as every reader finds their own. */
const names: Readonly<Record<Language, string>> = { sv: 'Svenska', fi: 'Suomi', en: 'English' };

/** What stands around every page: the header with its menus, and the footer. */
export function Layout({ children }: { children: ReactNode }) {
  const t = useTexts(frameTexts);
  const { pathname } = useLocation();
  const side: Side = pathname.startsWith('/handle') ? 'handle' : 'apply';
  return (
    <>
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <header className="header">
        <div className="header-top">
          <Link to="/" className="brand">
            <Mark />
            <span>
              <strong>{t.service}</strong>
              <small>{t.tagline}</small>
            </span>
          </Link>
          <div className="header-tools">
            <LanguageChoice />
            <Person side={side} />
          </div>
        </div>
        <Menu side={side} t={t} />
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="footer">
        <div>
          <p>
            <strong>{t.service}</strong> {t.footer}
          </p>
          <ul>
            <li>
              <Link to="/accessibility">{t.accessibility}</Link>
            </li>
            <li>
              <Link to="/results">{t.results}</Link>
            </li>
            <li>
              <Link to="/verify">{t.verify}</Link>
            </li>
            <li>
              <Link to="/handle">{t.forOfficials}</Link>
            </li>
          </ul>
        </div>
      </footer>
    </>
  );
}

function Menu({ side, t }: { side: Side; t: InLanguage<typeof frameTexts> }) {
  const session = useSession('handle');
  const links =
    side === 'handle'
      ? [
          ['/handle', t.queue],
          ['/handle/calls', t.handledCalls],
        ]
      : [
          ['/', t.calls],
          ['/apply', t.mine],
          ['/results', t.results],
          ['/verify', t.verify],
        ];
  return (
    <nav aria-label={t.menu} className="menu">
      <ul>
        {links.map(([to = '', text]) => (
          <li key={to}>
            <NavLink to={to} end={to === '/' || to === '/handle'}>
              {text}
            </NavLink>
          </li>
        ))}
        {side === 'handle' && session && (
          <Boundary instead={null}>
            <Suspense>
              <OfficialLinks />
            </Suspense>
          </Boundary>
        )}
      </ul>
    </nav>
  );
}

/** All three at once: a menu would hide from whoever cannot read the current one how to get out of it. */
function LanguageChoice() {
  const t = useTexts(frameTexts);
  const { language, choose } = useLanguage();
  return (
    <nav aria-label={t.languageMenu} className="languages">
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-label={names[each]}
          aria-current={each === language}
          onClick={() => choose(each)}
        >
          <span aria-hidden="true" className="languages-short">
            {each.toUpperCase()}
          </span>
          <span aria-hidden="true" className="languages-whole">
            {names[each]}
          </span>
        </button>
      ))}
    </nav>
  );
}

function Person({ side }: { side: Side }) {
  const t = useTexts(frameTexts);
  const session = useSession(side);
  const { configuration } = usePortal();
  const [leaving, setLeaving] = useState(false);
  if (!session) return null;
  const leave = () => {
    setLeaving(true);
    signOut(configuration, side).catch(() => setLeaving(false));
  };
  return (
    <div className="person">
      <span className="person-name">{t.signedInAs(session.name)}</span>
      <button type="button" className="link" onClick={leave} disabled={leaving}>
        {t.signOut}
      </button>
    </div>
  );
}

/** Our own mark: a sum shared out. */
function Mark() {
  return (
    <svg width="36" height="36" viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      <rect width="36" height="36" rx="4" fill="currentColor" />
      <path d="M8 26V10h5v16zM15.500 26V15h5v11zM23 26v-6h5v6z" fill="#fff" />
    </svg>
  );
}
