import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { frameTexts } from '../../texts/portal/frame.ts';
import { useTexts } from '../language/language.tsx';

interface PageProps {
  readonly title: string;
  /** What stands above the title: which thing the page is of. */
  readonly kicker?: ReactNode;
  readonly lead?: ReactNode;
  /** The pages that lead here, the outermost first. */
  readonly path?: readonly { readonly to: string; readonly text: string }[];
  readonly wide?: boolean;
  readonly children?: ReactNode;
}

let firstPage = true;

/** A page with its one heading, which is told to screen readers when another page took the place of the last. */
export function Page({ title, kicker, lead, path, wide = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const t = useTexts(frameTexts);
  useEffect(() => {
    document.title = `${title} – ${t.service}`;
  }, [title, t]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when the address does
  useEffect(() => {
    if (!firstPage) heading.current?.focus({ preventScroll: true });
    if (!firstPage) window.scrollTo(0, 0);
    firstPage = false;
  }, [pathname]);
  return (
    <div className={wide ? 'page page-wide' : 'page'}>
      {path && (
        <nav aria-label={t.breadcrumb} className="path">
          <ol>
            {path.map(({ to, text }) => (
              <li key={to}>
                <Link to={to}>{text}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {kicker && <p className="kicker">{kicker}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </div>
  );
}
