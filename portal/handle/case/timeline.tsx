import { handleTexts } from '../../../texts/portal/handle.ts';
import { timelineOf } from '../../../texts/timeline.ts';
import { type CasePage, useCaseLog } from '../../api/official.ts';
import { Loaded } from '../../frame/loaded.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';

/** Everything that happened to the case, as its log tells it. */
export function Timeline({ view }: { view: CasePage }) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t.timeline}</h2>
      <Loaded query={useCaseLog(view.caseId)}>
        {({ events }) => (
          <ol className="timeline">
            {timelineOf(events, view.officialNames, language).map(({ at, who, what }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a log only grows at its end
              <li key={index}>
                {what} <span className="note">{[at, who].filter(Boolean).join(', ')}</span>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  );
}
