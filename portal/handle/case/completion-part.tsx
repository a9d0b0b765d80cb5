import { formatDate, formatInstant } from '../../../texts/format.ts';
import { completionTexts } from '../../../texts/portal/completion.ts';
import { explainMissing } from '../../../texts/rules.ts';
import type { CasePage } from '../../api/official.ts';
import { useCall } from '../../api/public.ts';
import { Facts } from '../../frame/facts.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';

interface CompletionPartProps {
  readonly view: CasePage;
  readonly completion: NonNullable<CasePage['completion']>;
}

/** What an applicant was last asked to complete, and what came of it. */
export function CompletionPart({ view, completion }: CompletionPartProps) {
  const t = useTexts(completionTexts);
  const { language } = useLanguage();
  const call = useCall(view.callId).data;
  const { requestedAt, deadline, missing, outcome, extensions } = completion;
  const standing = { awaited: t.awaited, answered: t.answered, expired: t.expired };
  const time = { awaited: t.timeAwaited, granted: t.timeGranted, refused: t.timeRefused };
  return (
    <section aria-labelledby="completion">
      <h2 id="completion">{t.asked}</h2>
      <Facts
        facts={[
          [
            t.askedFor,
            <ul key="points" className="points">
              {missing.map((item) => (
                <li key={JSON.stringify(item)}>{call && explainMissing(item, call, language)}</li>
              ))}
            </ul>,
          ],
          [t.askedAt, formatInstant(requestedAt, language)],
          [t.by, formatInstant(deadline, language)],
          [t.standing, standing[outcome]],
          ...extensions.map(
            ({ until, reason, outcome: given, answer = reason }) =>
              [t.moreTime, time[given](formatDate(until), answer)] as const,
          ),
        ]}
      />
    </section>
  );
}
