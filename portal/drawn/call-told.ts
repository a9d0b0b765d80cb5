import type { Language } from '../../texts/language.ts';
import type { PublicCall } from '../api/public.ts';

/** What the drawn page of a call has a place for. */
type Told = Pick<PublicCall, 'name' | 'purpose'>;

/** Asks for the call of an address, as the page itself does later; undefined for other addresses, and where nothing comes. */
export async function callOf(pathname: string): Promise<Told | undefined> {
  const [, callId] = /^\/calls\/([^/]+)$/.exec(pathname) ?? [];
  const response = callId ? await fetch(`/api/calls/${callId}`).catch(() => undefined) : undefined;
  return response?.ok ? response.json() : undefined;
}

/** Puts its name and purpose where the drawn page has a place for them. */
export function tell({ name, purpose }: Told, language: Language): void {
  const told = { name: name[language], purpose: purpose[language] };
  for (const place of document.querySelectorAll<HTMLElement>('[data-told]')) {
    place.textContent = told[place.dataset.told as keyof typeof told];
  }
}
