import { municipalitiesOn } from '../../domain/register/register.ts';
import { localDateOf, toInstant } from '../../domain/time.ts';
import type { Answer } from '../answer.ts';

/**
 * The municipalities of the register on a day, in the order of their codes; of those only the ones whose name in either
 * language has the wanted letters in it, or whose code is the one wanted.
 */
export function listMunicipalities({
  name = '',
  on = localDateOf(toInstant(Date.now())),
}: {
  readonly name?: string | undefined;
  readonly on?: string | undefined;
}): Answer {
  const wanted = name.trim().toLocaleLowerCase('fi');
  const municipalities = municipalitiesOn(on).filter(
    (one) =>
      one.code === wanted ||
      Object.values(one.name).some((known) => known.toLocaleLowerCase('fi').includes(wanted)),
  );
  return { status: 200, document: { on, municipalities }, maxAgeSeconds: 3600 };
}
