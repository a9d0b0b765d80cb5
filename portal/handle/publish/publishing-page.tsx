import { Link } from 'react-router';
import { publishTexts } from '../../../texts/portal/publish.ts';
import { useRounds } from '../../api/official.ts';
import { useCalls } from '../../api/public.ts';
import { Loaded } from '../../frame/loaded.tsx';
import { Page } from '../../frame/page.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { StageBadge, WindowText } from '../../public/home.tsx';
import { isCorrectableStage } from './places.ts';

/** All calls, for whoever publishes and corrects them. */
export default function PublishingPage() {
  const t = useTexts(publishTexts);
  const { language } = useLanguage();
  const calls = useCalls();
  return (
    <Page title={t.title} lead={t.lead}>
      <Loaded query={useRounds()}>
        {({ mayPublish }) =>
          mayPublish ? (
            <>
              <p className="entry">
                <Link to="/handle/publishing/new">{t.publishNew}</Link>
              </p>
              <h2>{t.published}</h2>
              <Loaded query={calls}>
                {(published) =>
                  published.length === 0 ? (
                    <p>{t.none}</p>
                  ) : (
                    <ul className="cards cards-wide">
                      {published.map((call) => (
                        <li key={call.id} className="card">
                          <StageBadge call={call} />
                          <h3>
                            <Link to={`/calls/${call.id}`}>{call.name[language]}</Link>
                          </h3>
                          <p className="card-facts">
                            <WindowText call={call} />
                          </p>
                          {isCorrectableStage(call.stage) && (
                            <p>
                              <Link
                                to={`/handle/publishing/${call.id}`}
                                aria-label={t.correctThis(call.name[language])}
                              >
                                {t.correct}
                              </Link>
                            </p>
                          )}
                        </li>
                      ))}
                    </ul>
                  )
                }
              </Loaded>
            </>
          ) : (
            <p>{t.notAllowed}</p>
          )
        }
      </Loaded>
    </Page>
  );
}
