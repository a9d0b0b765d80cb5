import type { CaseBody } from '../../../domain/case/events.ts';
import type { Event } from '../../../domain/log/event.ts';
import { formatInstant } from '../../../texts/format.ts';
import { eventNames } from '../../../texts/portal/events.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { type CasePage, useCaseLog } from '../../api/official.ts';
import { Loaded } from '../../frame/loaded.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';

/** Everything that happened to the case, as its log tells it. */
export function Timeline({ view }: { view: CasePage }) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  const nameOf = ({ actor }: Event) => {
    if (actor.kind === 'workflow') return t.machine;
    return actor.kind === 'official'
      ? (view.officialNames[actor.username] ?? actor.username)
      : actor.username;
  };
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t.timeline}</h2>
      <Loaded query={useCaseLog(view.caseId)}>
        {({ events }) => (
          <ol className="timeline">
            {events.map((event) => (
              <li key={event.sequence}>
                {eventNames[event.type as CaseBody['type']]?.[language] ?? event.type}{' '}
                <span className="note">
                  {formatInstant(event.at, language)}, {nameOf(event)}
                </span>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  );
}
