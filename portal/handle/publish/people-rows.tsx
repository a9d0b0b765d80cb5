import { useId } from 'react';
import { Button, Checkbox, TextInput } from 'suomifi-ui-components';
import type { Fault } from '../../../domain/fault.ts';
import { publishTexts } from '../../../texts/portal/publish.ts';
import { roleNames } from '../../../texts/role-names.ts';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { emptyPerson, type PersonFields, type Role, roles } from './people.ts';

interface PeopleRowsProps {
  readonly people: readonly PersonFields[];
  readonly change: (people: readonly PersonFields[]) => void;
  readonly faults: readonly Fault[];
}

/** Who handles a call: each person with what they are in it. */
export function PeopleRows({ people, change, faults }: PeopleRowsProps) {
  const t = useTexts(publishTexts);
  const names = useRoleNames();
  const id = useId();
  const faultAt = (place: string) => {
    const code = faults.find((fault) => fault.place === place)?.code;
    return code ? String(t[code as keyof typeof t]) : undefined;
  };
  const set = (row: string, some: Partial<PersonFields>) =>
    change(people.map((person) => (person.row === row ? { ...person, ...some } : person)));
  const toggle = ({ row, roles: given }: PersonFields, role: Role) =>
    set(row, { roles: given.includes(role) ? given.filter((one) => one !== role) : [...given, role] });
  return (
    <>
      {people.map((person, at) => (
        <fieldset key={person.row} className="row-card">
          <legend>{t.person(at + 1)}</legend>
          <div className="fields">
            <Field
              label={t.username}
              hint={t.usernameHint}
              value={person.username}
              change={(username) => set(person.row, { username })}
              fault={faultAt(`/people/${at}/username`)}
            />
            <Field
              label={t.personName}
              value={person.name}
              change={(name) => set(person.row, { name })}
              fault={faultAt(`/people/${at}/name`)}
            />
            <Field
              label={t.email}
              value={person.email}
              change={(email) => set(person.row, { email })}
              fault={faultAt(`/people/${at}/email`)}
            />
          </div>
          <fieldset
            className="ticks"
            aria-describedby={faultAt(`/people/${at}/roles`) && `${id}-${person.row}-roles`}
          >
            <legend>{t.roles}</legend>
            {roles.map((role) => (
              <Checkbox key={role} checked={person.roles.includes(role)} onClick={() => toggle(person, role)}>
                {names[role]}
              </Checkbox>
            ))}
            {faultAt(`/people/${at}/roles`) && (
              <p id={`${id}-${person.row}-roles`} className="fault">
                {faultAt(`/people/${at}/roles`)}
              </p>
            )}
          </fieldset>
          <Button
            variant="secondaryNoBorder"
            aria-label={`${t.remove}: ${person.name || t.person(at + 1)}`}
            onClick={() => change(people.filter(({ row }) => row !== person.row))}
          >
            {t.remove}
          </Button>
        </fieldset>
      ))}
      <div role="status">
        {roles
          .filter((role) => faults.some(({ place }) => place === `/${role}`))
          .map((role) => (
            <p key={role} className="fault">
              {t.nobodyIs(names[role])}
            </p>
          ))}
      </div>
      <p>
        <Button variant="secondary" onClick={() => change([...people, emptyPerson()])}>
          {t.addPerson}
        </Button>
      </p>
    </>
  );
}

function useRoleNames(): Readonly<Record<Role, string>> {
  const { language } = useLanguage();
  return {
    presenters: roleNames.presenter[language],
    evaluators: roleNames.evaluator[language],
    reserveEvaluators: roleNames.reserve[language],
    decisionMakers: roleNames['decision-maker'][language],
  };
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly change: (text: string) => void;
  readonly fault: string | undefined;
}

function Field({ label, hint, value, change, fault }: FieldProps) {
  return (
    <TextInput
      labelText={label}
      value={value}
      onChange={(text) => change(String(text ?? ''))}
      status={fault ? 'error' : 'default'}
      statusText={fault ?? ''}
      {...(hint ? { hintText: hint } : {})}
    />
  );
}
