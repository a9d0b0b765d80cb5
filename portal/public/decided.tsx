import { publicTexts } from '../../texts/portal/public.ts';
import { stageOf, useCalls } from '../api/public.ts';
import { Loaded } from '../frame/loaded.tsx';
import { Page } from '../frame/page.tsx';
import { useTexts } from '../language/language.tsx';
import { CallCards } from './home.tsx';

/** The calls that are decided. */
export default function Decided() {
  const t = useTexts(publicTexts);
  return (
    <Page title={t.decidedTitle} lead={t.decidedLead}>
      <Loaded query={useCalls()}>
        {(calls) => {
          const decided = calls.filter((call) => stageOf(call) === 'decided');
          return decided.length === 0 ? <p>{t.noneDecided}</p> : <CallCards calls={decided} heading="h2" />;
        }}
      </Loaded>
    </Page>
  );
}
