import { useParams } from 'react-router';
import type { ResultLine, Results } from '../../domain/round/results.ts';
import { formatEuros } from '../../texts/format.ts';
import { outcomeNames } from '../../texts/mails.ts';
import { publicTexts } from '../../texts/portal/public.ts';
import { useResults } from '../api/public.ts';
import { usePortal } from '../api/use-api.tsx';
import { Bars } from '../charts/bars.tsx';
import { Facts } from '../frame/facts.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { Page } from '../frame/page.tsx';
import { WideTable } from '../frame/wide-table.tsx';
import { useLanguage, useTexts } from '../language/language.tsx';

/** The results of a decided call: as a chart, as the table behind it, and as data. */
export default function ResultsPage() {
  const { callId = '' } = useParams();
  return <Loaded query={useResults(callId)}>{(results) => <Decisions results={results} />}</Loaded>;
}

function Decisions({ results }: { results: Results }) {
  const { language } = useLanguage();
  const t = useTexts(publicTexts);
  const euros = (cents: number) => formatEuros(cents, language);
  const lines = [...results.applications].sort(
    (one, other) => other.awardedCents - one.awardedCents || other.appliedCents - one.appliedCents,
  );
  return (
    <Page
      wide
      title={t.resultsOf(results.call.name[language])}
      lead={results.call.authority[language]}
      path={[{ to: '/results', text: t.decidedTitle }]}
    >
      <Facts
        facts={[
          [t.appropriation, euros(results.appropriationCents)],
          [t.applied, euros(results.appliedCents)],
          [t.granted, euros(results.awardedCents)],
          [t.applications, String(lines.length)],
        ]}
      />
      <section aria-labelledby="chart">
        <h2 id="chart">{t.chartTitle}</h2>
        <p className="note">{t.chartNote}</p>
        <Bars
          bars={lines.map((line) => ({
            id: line.caseNumber,
            label: line.applicant,
            whole: line.appliedCents,
            filled: line.awardedCents,
            text: `${euros(line.awardedCents)} / ${euros(line.appliedCents)}`,
          }))}
        />
      </section>
      <section aria-labelledby="table">
        <h2 id="table">{t.tableTitle}</h2>
        <LinesTable lines={results.applications} />
      </section>
      <OpenData callId={results.call.id} />
    </Page>
  );
}

function LinesTable({ lines }: { lines: readonly ResultLine[] }) {
  const { language } = useLanguage();
  const t = useTexts(publicTexts);
  return (
    <WideTable caption={t.tableTitle} hideCaption>
      <thead>
        <tr>
          <th scope="col">{t.caseColumn}</th>
          <th scope="col">{t.applicantColumn}</th>
          <th scope="col">{t.projectColumn}</th>
          <th scope="col">{t.areaColumn}</th>
          <th scope="col" className="number">
            {t.applied}
          </th>
          <th scope="col" className="number">
            {t.granted}
          </th>
          <th scope="col">{t.outcomeColumn}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.caseNumber}>
            <th scope="row" className="nowrap">
              {line.caseNumber}
            </th>
            <td>{line.applicant}</td>
            <td>{line.purpose}</td>
            <td>
              <Area line={line} />
            </td>
            <td className="number">{formatEuros(line.appliedCents, language)}</td>
            <td className="number">{formatEuros(line.awardedCents, language)}</td>
            <td>{outcomeNames[line.outcome][language]}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

/** Many municipalities can take part in one project; the rest are in the data. */
function Area({ line: { area } }: { line: ResultLine }) {
  const { language } = useLanguage();
  const t = useTexts(publicTexts);
  const names = area.map((one) => one[language === 'fi' ? 'fi' : 'sv']);
  const rest = names.length - 4;
  return rest > 1 ? `${names.slice(0, 4).join(', ')} ${t.more(rest)}` : names.join(', ');
}

function OpenData({ callId }: { callId: string }) {
  const t = useTexts(publicTexts);
  const { api } = usePortal().configuration;
  const links = [
    [`${api}/calls/${callId}/results.csv`, t.asCsv],
    [`${api}/calls/${callId}/results`, t.asJson],
    [`${api}/calls/${callId}/results.html`, t.asHtml],
    [`${api}/schemas/results`, t.schema],
  ] as const;
  return (
    <section aria-labelledby="data">
      <h2 id="data">{t.openData}</h2>
      <p>{t.openDataText}</p>
      <ul>
        {links.map(([to, text]) => (
          <li key={to}>
            <a href={to}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
