import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInstant } from '../../../texts/format.ts';
import { draftTexts } from '../../../texts/portal/draft.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import type { CasePage } from '../../api/official.ts';
import { type PublicCall, useCall } from '../../api/public.ts';
import { useApi } from '../../api/use-api.tsx';
import { type Difference, differencesBetween } from '../../form/differences.ts';
import { fieldWords } from '../../form/field-words.ts';
import { Failure } from '../../frame/loaded.tsx';
import { Loading } from '../../frame/loading.tsx';
import { WideTable } from '../../frame/wide-table.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { Choice } from '../choice.tsx';

/** Two versions of an application side by side: only what differs. */
export function Versions({ view: { caseId, callId, arrivals } }: { view: CasePage }) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  const api = useApi('handle');
  const { data: call, error } = useCall(callId);
  const [earlier, setEarlier] = useState(String(arrivals.at(-2)?.version ?? ''));
  const [later, setLater] = useState(String(arrivals.at(-1)?.version ?? ''));
  const options = arrivals.map(
    ({ version, arrivedAt }) =>
      [String(version), `${t.version(version)}, ${formatInstant(arrivedAt, language)}`] as const,
  );
  const [before, after] = useQueries({
    queries: [earlier, later].map((version) => ({
      queryKey: ['handle', 'versions', caseId, version],
      queryFn: () => api('GET /cases/{caseId}/versions/{version}', { path: { caseId, version } }),
      enabled: version !== '',
    })),
  });
  const differences =
    before?.data &&
    after?.data &&
    differencesBetween(comparable(before.data.application), comparable(after.data.application));
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t.versions}</h2>
      <p>{t.versionsText}</p>
      <div className="filters">
        <Choice label={t.earlier} value={earlier} change={setEarlier} all="–">
          {options}
        </Choice>
        <Choice label={t.later} value={later} change={setLater} all="–">
          {options}
        </Choice>
      </div>
      <Failure error={before?.error ?? after?.error ?? error} />
      {differences && call ? <Differences differences={differences} call={call} /> : <Loading />}
    </section>
  );
}

/** An attachment is the same as long as its name and content are. */
function comparable<Document extends { readonly attachments: readonly Attached[] }>(document: Document) {
  const attachments = document.attachments.map(({ name, sha256 }) => `${name} (${sha256.slice(0, 12)}…)`);
  return { ...document, attachments };
}

interface Attached {
  readonly name: string;
  readonly sha256: string;
}

function Differences({ differences, call }: { differences: readonly Difference[]; call: PublicCall }) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  const { nameOf, wordsFor } = fieldWords(call, useTexts(draftTexts), language);
  if (differences.length === 0) return <p>{t.noDifference}</p>;
  return (
    <WideTable caption={t.versions} hideCaption>
      <thead>
        <tr>
          <th scope="col">{t.place}</th>
          <th scope="col">{t.earlier}</th>
          <th scope="col">{t.later}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ place, before, after }) => (
          <tr key={place.join('/')}>
            <th scope="row">{nameOf(place)}</th>
            <td>
              <del>{wordsFor(place, before)}</del>
            </td>
            <td>
              <ins>{wordsFor(place, after)}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
