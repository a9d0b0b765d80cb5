import { Link } from 'react-router';
import { publicTexts } from '../../texts/portal/public.ts';
import { Loading } from '../frame/loading.tsx';
import { useTexts } from '../language/language.tsx';

/**
 * A call's page as it is drawn at the build, for every call. What stands in the two places is put there by `portal/drawn` as soon as
 * the API has told it, and left alone when React goes on from here.
 */
export function CallBefore() {
  const t = useTexts(publicTexts);
  return (
    <div className="page">
      <nav className="path">
        <ol>
          <li>
            <Link to="/">{t.homeTitle}</Link>
          </li>
        </ol>
      </nav>
      <p className="kicker">{t.callKicker}</p>
      <h1 data-told="name" suppressHydrationWarning>
        {untold}
      </h1>
      <p className="lead" data-told="purpose" suppressHydrationWarning>
        {untold}
      </p>
      <Loading />
    </div>
  );
}

/** A space, which nothing is painted for. */
const untold = ' ';
