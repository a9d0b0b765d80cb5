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
  const input = useMendedInput(label);
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
      listProps={{ 'aria-label': label }}
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
 * The input of a select, with what the design system leaves undone. It selects the text a moment after a choice, which in
 * Chromium takes the focus along: whoever had gone on to the next field wrote into the list. What it calls a combobox has
 * neither a name nor what it controls (WAI-ARIA 1.2, combobox), and its input points to a list also while there is none.
 */
function useMendedInput(label: string): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const element = input.current;
    if (!element) return;
    element.select = () => {
      if (document.activeElement === element) HTMLInputElement.prototype.select.call(element);
    };
  }, []);
  useEffect(() => {
    const around = input.current?.closest('[role=combobox]');
    around?.setAttribute('aria-label', label);
    around?.setAttribute('aria-controls', around.getAttribute('aria-owns') ?? '');
  }, [label]);
  useEffect(() => (input.current ? sayOfOpenListOnly(input.current) : undefined), []);
  return input;
}

/** What the input says of the list, by the id of something in it. */
const ofTheList = ['aria-controls', 'aria-activedescendant'];

/** Takes these away when the list closes, and gives them back when it opens. */
function sayOfOpenListOnly(input: HTMLInputElement): () => void {
  const around = input.closest('[role=combobox]');
  const said = new Map<string, string>();
  const follow = () => {
    const open = around?.getAttribute('aria-expanded') === 'true';
    for (const attribute of ofTheList) {
      const id = input.getAttribute(attribute);
      if (id !== null) said.set(attribute, id);
      if (!open) input.removeAttribute(attribute);
      else if (id === null) input.setAttribute(attribute, said.get(attribute) ?? '');
    }
  };
  const observer = new MutationObserver(follow);
  if (around) observer.observe(around, { subtree: true, attributeFilter: ['aria-expanded', ...ofTheList] });
  follow();
  return () => observer.disconnect();
}
