import { Link } from 'react-router';
import { publishTexts } from '../../texts/portal/publish.ts';
import { serviceTexts } from '../../texts/portal/service.ts';
import { useRounds } from '../api/official.ts';
import { useTexts } from '../language/language.tsx';

/** What an official finds besides tasks: the pages of the groups they belong to. */
export function Entrances() {
  const t = useTexts(serviceTexts);
  const { title } = useTexts(publishTexts);
  const { data } = useRounds();
  if (!data) return null;
  const { mayPublish, mayRemove, mayAudit } = data;
  return (
    <>
      {mayAudit && (
        <section className="entry" aria-labelledby="auditor">
          <h2 id="auditor">{t.auditorTitle}</h2>
          <p>{t.auditorText}</p>
          <p>
            <Link to="/handle/calls">{t.seeCalls}</Link>
          </p>
        </section>
      )}
      {mayRemove && (
        <p className="entry">
          {t.archivistText} <Link to="/handle/removals">{t.removalsTitle}</Link>
        </p>
      )}
      {mayPublish && (
        <p className="note">
          {t.publisherText} <Link to="/handle/publishing">{title}</Link>
        </p>
      )}
    </>
  );
}
