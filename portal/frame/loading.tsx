import { frameTexts } from '../../texts/portal/frame.ts';
import { useTexts } from '../language/language.tsx';

/** Says that something is awaited. */
export function Loading() {
  const t = useTexts(frameTexts);
  return (
    <p className="loading" role="status">
      {t.loading}
    </p>
  );
}
