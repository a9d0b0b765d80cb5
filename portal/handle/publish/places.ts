import type { Call } from '../../../domain/call/call.ts';
import type { RoundStage } from '../../../domain/round/state.ts';
import type { Language, Text } from '../../../texts/language.ts';
import { publishTexts as t } from '../../../texts/portal/publish.ts';

/** Something of a call that can be corrected, with its places, as JSON pointers, and what each is called in a form. */
export interface Correctable {
  readonly id: string;
  readonly name: string;
  readonly fields: readonly { readonly place: string; readonly label: string; readonly now: string }[];
}

/** Until the decisions are drafted (`domain/round/correct-call`). */
export function isCorrectableStage(stage: RoundStage): boolean {
  return ['published', 'closed', 'proposed', 'approved'].includes(stage);
}

/** What of a published call may be corrected, as `domain/call/correction` lists it; its closing only while it is open. */
export function correctablesOf(
  { name, purpose, authority, window, themes, exclusions, requiredParts }: Call,
  isOpen: boolean,
  language: Language,
): readonly Correctable[] {
  const inEach = (place: string, text: Text) => [
    { place: `${place}/sv`, label: t.inSv[language], now: text.sv },
    { place: `${place}/fi`, label: t.inFi[language], now: text.fi },
    { place: `${place}/en`, label: t.inEn[language], now: text.en },
  ];
  const named = (
    list: 'themes' | 'exclusions' | 'requiredParts',
    items: readonly { readonly name: Text }[],
    say: (name: string) => string,
  ): readonly Correctable[] =>
    items.map((item, at) => {
      const place = `/${list}/${at}/name`;
      return { id: place, name: say(item.name[language]), fields: inEach(place, item.name) };
    });
  const { contact } = authority;
  return [
    { id: '/name', name: t.callName[language], fields: inEach('/name', name) },
    { id: '/purpose', name: t.purpose[language], fields: inEach('/purpose', purpose) },
    {
      id: '/authority/contact',
      name: t.contact[language],
      fields: [
        { place: '/authority/contact/name', label: t.contactName[language], now: contact.name },
        { place: '/authority/contact/email', label: t.contactEmail[language], now: contact.email },
        { place: '/authority/contact/phone', label: t.contactPhone[language], now: contact.phone },
      ],
    },
    ...(isOpen
      ? [
          {
            id: closingPlace,
            name: t.closing[language],
            fields: [{ place: closingPlace, label: t.closes[language], now: window.closes }],
          },
        ]
      : []),
    ...named('themes', themes, t.theme[language]),
    ...named('exclusions', exclusions, t.exclusion[language]),
    ...named('requiredParts', requiredParts, t.part[language]),
  ];
}

/** Where a call says when it closes. */
export const closingPlace = '/window/closes';
