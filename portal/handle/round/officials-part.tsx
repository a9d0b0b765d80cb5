import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Checkbox, TextInput } from 'suomifi-ui-components';
import { listOfRole, type OfficialRole, officialRoles } from '../../../domain/round/name-officials.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { roleNames } from '../../../texts/role-names.ts';
import { type RoundPage, useRounds } from '../../api/official.ts';
import { useApi } from '../../api/use-api.tsx';
import { Facts } from '../../frame/facts.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { Choice } from '../choice.tsx';
import { ReasonedForm } from '../reasoned-form.tsx';

/** Who handles the call; a publisher names others and lets some go. */
export function OfficialsPart({ round }: { round: RoundPage }) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  const mayName = useRounds().data?.mayPublish ?? false;
  const { officials } = round;
  return (
    <section aria-labelledby="officials">
      <h2 id="officials">{t.officials}</h2>
      <Facts
        facts={officialRoles.map((role) => [
          roleNames[role][language],
          officials[listOfRole[role]].map((username) => officials.names[username] ?? username).join(', ') ||
            '–',
        ])}
      />
      {mayName && <NamingForm key={JSON.stringify(officials)} round={round} />}
    </section>
  );
}

interface Newcomer {
  readonly role: OfficialRole | '';
  readonly username: string;
  readonly name: string;
  readonly email: string;
}

/** Names one person, lets others go, or both at once, with a reason. It begins anew when the officials have changed. */
function NamingForm({ round: { callId, officials } }: { round: RoundPage }) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  const api = useApi('handle');
  const queries = useQueryClient();
  const [newcomer, setNewcomer] = useState<Newcomer>({ role: '', username: '', name: '', email: '' });
  const [leaving, setLeaving] = useState<readonly string[]>([]);
  const held = officialRoles.flatMap((role) =>
    officials[listOfRole[role]].map((username) => ({ username, role, key: `${role} ${username}` })),
  );
  const naming = useMutation({
    mutationFn: (reason: string) => {
      const { role, email, ...person } = newcomer;
      const named = role ? [{ ...person, role, ...(email.trim() ? { email } : {}) }] : [];
      const released = held
        .filter(({ key }) => leaving.includes(key))
        .map(({ username, role: left }) => ({ username, role: left }));
      return api('POST /calls/{callId}/officials', {
        path: { callId },
        body: { commandId: crypto.randomUUID(), named, released, reason },
      });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['handle'] }),
  });
  const field = (key: Exclude<keyof Newcomer, 'role'>, label: string) => (
    <TextInput
      labelText={label}
      value={newcomer[key]}
      onChange={(value) => setNewcomer({ ...newcomer, [key]: String(value ?? '') })}
    />
  );
  return (
    <details className="details">
      <summary>{t.changeOfficials}</summary>
      <p>{t.changeOfficialsText}</p>
      <ReasonedForm
        button={t.changeOfficials}
        variant="secondary"
        busy={naming.isPending}
        error={naming.error}
        send={(reason) => naming.mutate(reason)}
      >
        <fieldset className="row-card">
          <legend>{t.nameOfficial}</legend>
          <div className="filters">
            <Choice
              label={t.role}
              value={newcomer.role}
              change={(role) => setNewcomer({ ...newcomer, role: role as Newcomer['role'] })}
              all="–"
            >
              {officialRoles.map((role) => [role, roleNames[role][language]] as const)}
            </Choice>
            {field('name', t.officialName)}
            {field('username', t.officialUsername)}
            {field('email', t.officialEmail)}
          </div>
        </fieldset>
        <fieldset className="row-card">
          <legend>{t.releaseOfficials}</legend>
          {held.map(({ key, username, role }) => (
            <Checkbox
              key={key}
              checked={leaving.includes(key)}
              onClick={({ checkboxState }) =>
                setLeaving(checkboxState ? [...leaving, key] : leaving.filter((one) => one !== key))
              }
              mb="s"
            >
              {officials.names[username] ?? username}, {roleNames[role][language]}
            </Checkbox>
          ))}
        </fieldset>
      </ReasonedForm>
    </details>
  );
}
