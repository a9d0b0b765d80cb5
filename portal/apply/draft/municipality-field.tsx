import { type RefObject, useEffect, useRef } from 'react';
import { SingleSelect } from 'suomifi-ui-components';
import { existedOn, municipalitiesOn, municipalityOf } from '../../../domain/register/register.ts';
import { draftTexts } from '../../../texts/portal/draft.ts';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { type Name, useField } from './fields.tsx';

/** A municipality of the register, found by writing its name. */
export function MunicipalityField({
  name,
  label,
  onDate,
  chosen,
}: {
  name: Name;
  label: string;
  /** Those that exist then can be chosen. */
  onDate: string;
  chosen?: (code: string) => void;
}) {
  const t = useTexts(draftTexts);
  const { language } = useLanguage();
  const { field, typed, id, found } = useField({ name });
  const input = useSelectingInFocusOnly();
  const spoken = language === 'fi' ? 'fi' : 'sv';
  const items = municipalitiesOn(onDate)
    .filter((municipality) => existedOn(municipality, onDate))
    .map(({ code, name: names }) => ({ uniqueItemId: code, labelText: names[spoken] }))
    .sort((one, other) => one.labelText.localeCompare(other.labelText, spoken));
  const known = municipalityOf(typed);
  return (
    <SingleSelect
      id={id}
      ref={input}
      labelText={label}
      hintText={t.municipalityHint}
      items={items}
      selectedItem={known ? { uniqueItemId: known.code, labelText: known.name[spoken] } : null}
      onItemSelect={(code) => {
        field.onChange(code ?? '');
        chosen?.(code ?? '');
      }}
      clearButtonLabel={t.clear}
      noItemsText={t.noMatch}
      ariaOptionsAvailableTextFunction={(count) => t.options(count)}
      status={found ? 'error' : 'default'}
      statusText={found ?? ''}
      fullWidth
      mb="m"
    />
  );
}

/**
 * The input of a select that takes the focus only when somebody gives it. The design system selects its text a moment
 * after a choice, which in Chromium takes the focus along: whoever had gone on to the next field wrote into the list.
 */
function useSelectingInFocusOnly(): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const element = input.current;
    if (!element) return;
    element.select = () => {
      if (document.activeElement === element) HTMLInputElement.prototype.select.call(element);
    };
  }, []);
  return input;
}
