import { Link } from 'react-router';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { timelineOf } from '../../../texts/timeline.ts';
import { type CasePage, useCaseLog } from '../../api/official.ts';
import { Loaded } from '../../frame/loaded.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { TimelineList } from '../timeline-list.tsx';

/** Everything that happened to the case, as its log tells it. */
export function Timeline({ view }: { view: CasePage }) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t.timeline}</h2>
      <Loaded query={useCaseLog(view.caseId)}>
        {({ events }) => (
          <>
            <TimelineList entries={timelineOf(events, view.officialNames, language)} />
            <p>
              <Link to={`/handle/cases/${view.caseId}/log`}>{t.seeLog}</Link>
            </p>
          </>
        )}
      </Loaded>
    </section>
  );
}
