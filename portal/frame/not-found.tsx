import { Link } from 'react-router';
import { frameTexts } from '../../texts/portal/frame.ts';
import { useTexts } from '../language/language.tsx';
import { Page } from './page.tsx';

/** What is shown where there is nothing, or nothing that this person may see. */
export function NotFound() {
  const t = useTexts(frameTexts);
  return (
    <Page title={t.notFound} lead={t.notFoundText}>
      <p>
        <Link to="/">{t.toStart}</Link>
      </p>
    </Page>
  );
}
