import { sectionOf } from '../../domain/call/source.ts';
import { citedSource } from '../../texts/statutes.ts';
import { useLanguage } from '../language/language.tsx';

/** Where a rule stands, as a reader finds it. */
export function Cited({ source }: { source: string }) {
  const { language } = useLanguage();
  return <cite>{citedSource(source, language)}</cite>;
}

/** The same within the call itself, which need not cite itself. */
export function CitedInCall({ source }: { source: string }) {
  return sectionOf(source) && <Cited source={source} />;
}
