import { Link } from 'react-router';
import { formatEuros, formatInstant } from '../../texts/format.ts';
import { publicTexts } from '../../texts/portal/public.ts';
import { type CallStage, type PublicCall, stageOf, useCalls } from '../api/public.ts';
import { Badge, type Tone } from '../frame/badge.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { Page } from '../frame/page.tsx';
import { useLanguage, useTexts } from '../language/language.tsx';

/** The first page: which calls there are, and how it goes. */
export function Home() {
  const t = useTexts(publicTexts);
  const calls = useCalls();
  return (
    <Page title={t.homeTitle} lead={t.homeLead}>
      <Loaded query={calls}>{(all) => <Calls calls={all} />}</Loaded>
      <section aria-labelledby="how">
        <h2 id="how">{t.how}</h2>
        <ol className="steps">
          <li>
            <h3>{t.howApply}</h3>
            <p>{t.howApplyText}</p>
          </li>
          <li>
            <h3>{t.howHandle}</h3>
            <p>{t.howHandleText}</p>
          </li>
          <li>
            <h3>{t.howDecide}</h3>
            <p>{t.howDecideText}</p>
          </li>
        </ol>
      </section>
    </Page>
  );
}

function Calls({ calls }: { calls: readonly PublicCall[] }) {
  const t = useTexts(publicTexts);
  const at = (...stages: CallStage[]) => calls.filter((call) => stages.includes(stageOf(call)));
  const open = at('open');
  const coming = at('coming');
  const closed = at('handled', 'decided');
  return (
    <>
      <section aria-labelledby="open">
        <h2 id="open">{t.open}</h2>
        {open.length === 0 ? <p>{t.noneOpen}</p> : <CallCards calls={open} />}
      </section>
      {coming.length > 0 && (
        <section aria-labelledby="coming">
          <h2 id="coming">{t.coming}</h2>
          <CallCards calls={coming} />
        </section>
      )}
      {closed.length > 0 && (
        <section aria-labelledby="closed">
          <h2 id="closed">{t.closed}</h2>
          <CallCards calls={closed} />
        </section>
      )}
    </>
  );
}

/** Calls as cards, under headings of the level that follows the one above them. */
export function CallCards({
  calls,
  heading: Heading = 'h3',
}: {
  calls: readonly PublicCall[];
  heading?: 'h2' | 'h3';
}) {
  const { language } = useLanguage();
  const t = useTexts(publicTexts);
  return (
    <ul className="cards">
      {calls.map((call) => (
        <li key={call.id} className="card">
          <StageBadge call={call} />
          <Heading>
            <Link to={stageOf(call) === 'decided' ? `/calls/${call.id}/results` : `/calls/${call.id}`}>
              {call.name[language]}
            </Link>
          </Heading>
          <p>{call.authority.name[language]}</p>
          <p className="card-facts">
            <WindowText call={call} />
            <br />
            {t.toShare(formatEuros(call.appropriation.cents, language))}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** When a call opens, closes or closed, whichever comes next. */
export function WindowText({ call }: { call: PublicCall }) {
  const { language } = useLanguage();
  const t = useTexts(publicTexts);
  const stage = stageOf(call);
  if (stage === 'coming') return t.opensAt(formatInstant(call.opensAt, language));
  const closes = formatInstant(call.closesAt, language);
  return stage === 'open' ? t.closesAt(closes) : t.closedAt(closes);
}

const tones: Readonly<Record<CallStage, Tone>> = {
  coming: 'neutral',
  open: 'good',
  handled: 'active',
  decided: 'neutral',
};

export function StageBadge({ call }: { call: PublicCall }) {
  const t = useTexts(publicTexts);
  const stage = stageOf(call);
  const words = {
    coming: t.stageComing,
    open: t.stageOpen,
    handled: t.stageHandled,
    decided: t.stageDecided,
  };
  return <Badge tone={tones[stage]}>{words[stage]}</Badge>;
}
