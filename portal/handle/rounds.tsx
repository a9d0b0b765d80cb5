import { Link } from 'react-router';
import { officialRoles } from '../../domain/round/name-officials.ts';
import { formatInstant } from '../../texts/format.ts';
import { handleTexts } from '../../texts/portal/handle.ts';
import { roleNames } from '../../texts/role-names.ts';
import { useRounds } from '../api/official.ts';
import { Facts } from '../frame/facts.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { Page } from '../frame/page.tsx';
import { useLanguage, useTexts } from '../language/language.tsx';

/** The calls that an official has something to do with, and what they are in each. */
export function Rounds() {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  const roles: Readonly<Record<string, string>> = {
    ...Object.fromEntries(officialRoles.map((role) => [role, roleNames[role][language]])),
    auditor: t.roleAuditor,
  };
  return (
    <Page title={t.roundsTitle}>
      <Loaded query={useRounds()}>
        {({ rounds }) =>
          rounds.length === 0 ? (
            <p>{t.roundsNone}</p>
          ) : (
            <ul className="cards cards-wide">
              {rounds.map(({ callId, name, closesAt, relations }) => (
                <li key={callId} className="card">
                  <h2>
                    <Link to={`/handle/calls/${callId}`}>{name}</Link>
                  </h2>
                  <Facts
                    facts={[
                      [t.closes, formatInstant(closesAt, language)],
                      [t.yourRoles, relations.flatMap((relation) => roles[relation] ?? []).join(', ')],
                    ]}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}
