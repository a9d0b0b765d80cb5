import { useParams } from 'react-router';
import type { KeptEvent } from '../../../domain/log/event.ts';
import { formatEuros } from '../../../texts/format.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { reallocationTexts } from '../../../texts/portal/reallocation.ts';
import { timelineOf } from '../../../texts/timeline.ts';
import { useCallLog } from '../../api/log.ts';
import { type RoundPage, useRound } from '../../api/official.ts';
import { useReallocation } from '../../api/reallocation.ts';
import { useRelations } from '../../api/roles.ts';
import { Facts } from '../../frame/facts.tsx';
import { Loaded } from '../../frame/loaded.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { PageOfCall } from '../page-of-call.tsx';
import { TimelineList } from '../timeline-list.tsx';
import { ProposeReallocation } from './propose-reallocation.tsx';
import { ReallocationPart } from './reallocation-part.tsx';

/** What has come free since the decisions, who is to get it, and the decision on that. */
export default function ReallocationPage() {
  const { callId = '' } = useParams();
  const t = useTexts(reallocationTexts);
  const round = useRound(callId);
  return (
    <PageOfCall title={t.title} lead={t.lead}>
      <Loaded query={round}>
        {(shown) =>
          shown.stage === 'decided' || shown.stage === 'finished' ? (
            <AfterDecisions round={shown} />
          ) : (
            <p>{t.tooEarly}</p>
          )
        }
      </Loaded>
    </PageOfCall>
  );
}

function AfterDecisions({ round }: { round: RoundPage }) {
  const t = useTexts(reallocationTexts);
  const words = useTexts(handleTexts);
  const { language } = useLanguage();
  const relations = useRelations(round.callId);
  const { appropriationCents, awardedCents } = round.money;
  return (
    <>
      <div className="columns">
        <section aria-labelledby="money">
          <h2 id="money">{t.money}</h2>
          <Facts
            facts={[
              [words.appropriation, formatEuros(appropriationCents, language)],
              [words.awarded, formatEuros(awardedCents, language)],
              [
                t.unused,
                <strong key="unused">{formatEuros(appropriationCents - awardedCents, language)}</strong>,
              ],
              round.rule.reserveCents
                ? [t.heldBack, formatEuros(round.rule.reserveCents, language)]
                : undefined,
            ]}
          />
        </section>
        <section aria-labelledby="since">
          <h2 id="since">{t.since}</h2>
          <Since round={round} />
        </section>
      </div>
      <Loaded query={useReallocation(round.callId)}>
        {(reallocation) => (
          <>
            {reallocation && (
              <ReallocationPart round={round} reallocation={reallocation} relations={relations} />
            )}
            {relations.has('presenter') && (
              <ProposeReallocation
                key={reallocation?.plan.sha256}
                round={round}
                instead={reallocation !== null && !reallocation.approved}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

/** What changed awards since the decisions, and what was proposed, as the call's log tells it. */
function Since({ round }: { round: RoundPage }) {
  const t = useTexts(reallocationTexts);
  const { language } = useLanguage();
  return (
    <Loaded query={useCallLog(round.callId)}>
      {({ events }) => {
        const told = events.filter(isAboutAwards);
        return told.length === 0 ? (
          <p>{t.sinceNone}</p>
        ) : (
          <TimelineList entries={timelineOf(told, round.officials.names, language)} />
        );
      }}
    </Loaded>
  );
}

function isAboutAwards({ type }: KeptEvent): boolean {
  return /^(award-change|reallocation-)/.test(type);
}
