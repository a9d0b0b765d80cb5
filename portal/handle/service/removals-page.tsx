import { useState } from 'react';
import type { AnswerOf } from '../../../contract/client.ts';
import { formatDate, formatInstant } from '../../../texts/format.ts';
import { serviceTexts } from '../../../texts/portal/service.ts';
import { useOfficialList, useRounds } from '../../api/official.ts';
import { Facts } from '../../frame/facts.tsx';
import { Loaded } from '../../frame/loaded.tsx';
import { Page } from '../../frame/page.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { RemovalAnswer } from './removal-answer.tsx';

type Removal = AnswerOf<'GET /removals'>['removals'][number];

/** The cases whose retention has ended: whose, why now, and the word that removes their data or keeps them. */
export default function RemovalsPage() {
  const t = useTexts(serviceTexts);
  const mayRemove = useRounds().data?.mayRemove ?? false;
  const [said, setSaid] = useState('');
  return (
    <Page title={t.removalsTitle} lead={t.removalsLead}>
      <p role="status" className={said ? 'rule' : ''}>
        {said}
      </p>
      <Loaded query={useOfficialList('GET /removals', {})}>
        {({ removals }) => (
          <>
            {removals.length === 0 && <p>{t.removalsNone}</p>}
            {removals.length > 0 && !mayRemove && <p>{t.removalsNotAllowed}</p>}
            <ul className="cards cards-wide">
              {removals.map((removal) => (
                <li key={removal.caseId} className="card">
                  <OneRemoval removal={removal} />
                  {mayRemove && <RemovalAnswer removal={removal} done={setSaid} />}
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function OneRemoval({ removal }: { removal: Removal }) {
  const t = useTexts(serviceTexts);
  const { language } = useLanguage();
  const { number, title, applicantName, callName, due, basis, since } = removal;
  return (
    <>
      <h2>{number}</h2>
      <Facts
        facts={[
          [t.applicant, [applicantName, title].filter(Boolean).join(': ')],
          [t.call, callName],
          basis && since ? [t.since, t[basis](formatDate(since))] : undefined,
          [t.due, formatInstant(due, language)],
        ]}
      />
    </>
  );
}
