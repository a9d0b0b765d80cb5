import { draftTexts } from '../../../texts/portal/draft.ts';
import { citedSource } from '../../../texts/statutes.ts';
import type { PublicCall } from '../../api/public.ts';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { AreaField } from './fields.tsx';

/** The texts that the call requires, each with the sentence that asks for it. */
export function PlanStep({ call }: { call: PublicCall }) {
  const t = useTexts(draftTexts);
  const { language } = useLanguage();
  return (
    <>
      <p>{t.planLead}</p>
      {call.requiredParts.map(({ id, name, sentence }) => (
        <AreaField
          key={id}
          name={`parts.${id}`}
          label={name[language]}
          hint={`”${sentence.text}” (${citedSource(sentence.source, language)})`}
        />
      ))}
    </>
  );
}
