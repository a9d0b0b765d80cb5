import type { Application } from '../../../domain/application/application.ts';
import { costCategoryNames } from '../../../texts/cost-names.ts';
import { formatDate, formatEuros } from '../../../texts/format.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import type { CasePage } from '../../api/official.ts';
import { useCall } from '../../api/public.ts';
import { Facts } from '../../frame/facts.tsx';
import { FileButton } from '../../frame/file-button.tsx';
import { WideTable } from '../../frame/wide-table.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';

interface ApplicationPartProps {
  readonly view: CasePage;
  readonly application: Application;
}

/** The application as it is handled now. */
export function ApplicationPart({ view, application }: ApplicationPartProps) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  const call = useCall(view.callId ?? '').data;
  const { project, contact, parts, attachments } = application;
  return (
    <>
      <section aria-labelledby="application">
        <h2 id="application">{t.application}</h2>
        <Facts
          facts={[
            [t.period, `${formatDate(project.starts)} – ${formatDate(project.ends)}`],
            [t.contact, `${contact.name}, ${contact.email}${contact.phone ? `, ${contact.phone}` : ''}`],
          ]}
        />
        <h3>{t.summary}</h3>
        <p className="prose">{project.summary}</p>
        {Object.entries(parts).map(([id, text]) => (
          <details key={id} className="details">
            <summary>{call?.requiredParts.find((part) => part.id === id)?.name[language] ?? id}</summary>
            <p className="prose">{text}</p>
          </details>
        ))}
        {attachments.length > 0 && (
          <>
            <h3>{t.attachments}</h3>
            <ul className="files">
              {attachments.map(({ name, sha256 }) => (
                <li key={sha256} className="file">
                  <strong>{name}</strong>
                  <FileButton
                    side="handle"
                    ask={(api) =>
                      api('GET /cases/{caseId}/versions/{version}/files/{sha256}', {
                        path: { caseId: view.caseId, version: String(view.current?.version), sha256 },
                      })
                    }
                    text={t.preview}
                    label={`${t.preview}: ${name}`}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <Participants view={view} />
      <Costs view={view} application={application} />
    </>
  );
}

function Participants({ view: { participants = [] } }: { view: CasePage }) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  return (
    <section aria-labelledby="participants">
      <h2 id="participants">{t.participants}</h2>
      <WideTable caption={t.participants} hideCaption>
        <thead>
          <tr>
            <th scope="col">{t.municipality}</th>
            <th scope="col">{t.contact}</th>
            <th scope="col" className="number">
              {t.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {participants.map(({ municipality, name, email, shareCents, applies }) => (
            <tr key={municipality}>
              <th scope="row">
                {name ?? municipality} {applies && <span className="note">({t.applies})</span>}
              </th>
              <td>{email}</td>
              <td className="number">{shareCents === undefined ? '' : formatEuros(shareCents, language)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </section>
  );
}

function Costs({ view: { costs }, application }: ApplicationPartProps) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  const euros = (cents: number) => formatEuros(cents, language);
  return (
    <section aria-labelledby="costs">
      <h2 id="costs">{t.costs}</h2>
      <WideTable caption={t.costs} hideCaption>
        <thead>
          <tr>
            <th scope="col">{t.category}</th>
            <th scope="col">{t.description}</th>
            <th scope="col" className="number">
              {t.sum}
            </th>
            <th scope="col" className="number">
              {t.vat}
            </th>
          </tr>
        </thead>
        <tbody>
          {application.costs.map(({ category, description, cents, vatCents }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a version that never changes
            <tr key={index}>
              <th scope="row">{costCategoryNames[category][language]}</th>
              <td>{description}</td>
              <td className="number">{euros(cents)}</td>
              <td className="number">{euros(vatCents)}</td>
            </tr>
          ))}
        </tbody>
        {costs && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t.total}
              </th>
              <td className="number">{euros(costs.totalCents)}</td>
              <td className="number">{euros(costs.vatCents)}</td>
            </tr>
            <tr>
              <th scope="row" colSpan={2}>
                {t.eligible}
              </th>
              <td className="number">{euros(costs.eligibleCents)}</td>
              <td />
            </tr>
            <tr>
              <th scope="row" colSpan={2}>
                {t.maximum}
              </th>
              <td className="number">{euros(costs.maximumCents)}</td>
              <td />
            </tr>
          </tfoot>
        )}
      </WideTable>
    </section>
  );
}
