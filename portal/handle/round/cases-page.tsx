import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { Button } from 'suomifi-ui-components';
import { stageNames } from '../../../texts/case-list.ts';
import { formatEuros } from '../../../texts/format.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { useCases } from '../../api/official.ts';
import { useApi } from '../../api/use-api.tsx';
import { saveFile } from '../../form/save-file.ts';
import { Failure, Loaded } from '../../frame/loaded.tsx';
import { WideTable } from '../../frame/wide-table.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { PageOfCall } from '../page-of-call.tsx';

/** All applications of a call, with the lists to take away. */
export default function CasesPage() {
  const { callId = '' } = useParams();
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  return (
    <PageOfCall title={t.casesTitle}>
      <div className="turn">
        <Export callId={callId} as="xlsx" text={t.asXlsx} />
        <Export callId={callId} as="csv" text={t.asCsv} />
      </div>
      <Loaded query={useCases(callId)}>
        {({ cases }) => (
          <WideTable caption={t.casesTitle} hideCaption>
            <thead>
              <tr>
                <th scope="col">{t.caseColumn}</th>
                <th scope="col">{t.applicant}</th>
                <th scope="col">{t.stage}</th>
                <th scope="col" className="number">
                  {t.applied}
                </th>
              </tr>
            </thead>
            <tbody>
              {cases
                .filter(({ number }) => number !== undefined)
                .map(({ caseId, number, applicantName, title, stage, requestedCents }) => (
                  <tr key={caseId}>
                    <th scope="row" className="nowrap">
                      <Link to={`/handle/cases/${caseId}`}>{number}</Link>
                    </th>
                    <td>
                      {applicantName}
                      <br />
                      <span className="note">{title}</span>
                    </td>
                    <td>{stageNames[stage][language]}</td>
                    <td className="number">
                      {requestedCents !== undefined && formatEuros(requestedCents, language)}
                    </td>
                  </tr>
                ))}
            </tbody>
          </WideTable>
        )}
      </Loaded>
    </PageOfCall>
  );
}

/** A list to save: fetched with the reader's own rights, since an address alone would have none. */
function Export({ callId, as, text }: { callId: string; as: 'csv' | 'xlsx'; text: string }) {
  const api = useApi('handle');
  const fetching = useMutation({
    mutationFn: () => api(`GET /calls/{callId}/cases.${as}`, { path: { callId } }),
    onSuccess: (file) => saveFile(file, `${callId}.${as}`),
  });
  return (
    <div>
      <Failure error={fetching.error} />
      <Button variant="secondary" onClick={() => fetching.mutate()} disabled={fetching.isPending}>
        {text}
      </Button>
    </div>
  );
}
