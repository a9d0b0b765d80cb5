import type { CaseLanguage } from '../language.ts';
import type { LocalDate } from '../time.ts';
import { type MunicipalityRow, municipalityRows } from './municipalities.ts';

/** A municipality as the register knows it. */
export interface Municipality {
  /** Statistics Finland's code, three digits. */
  readonly code: string;
  readonly name: Readonly<Record<CaseLanguage, string>>;
  /** Code of the region (maakunta, landskap). */
  readonly region: string;
  /** The language the authority writes to it in: its own, or its majority's (Language Act 423/2003 § 27). */
  readonly language: CaseLanguage;
  readonly bilingual: boolean;
  /** Its last day, where it has merged, and into which. */
  readonly merged?: { readonly lastDay: LocalDate; readonly into: string };
}

const byCode = new Map(municipalityRows.map((row) => [row[0], fromRow(row)]));

/** The municipality with a code, also one that has merged since; undefined where there never was one in the register. */
export function municipalityOf(code: string): Municipality | undefined {
  return byCode.get(code);
}

/** The codes of all regions. */
export const regions: readonly string[] = [...new Set(municipalityRows.map((row) => row[3]))].sort();

/** Every municipality that existed on a date, in the order of their codes. */
export function municipalitiesOn(date: LocalDate): readonly Municipality[] {
  return [...byCode.values()].filter((municipality) => existedOn(municipality, date));
}

/** Whether a municipality existed on a date. The register goes back to 2019. */
export function existedOn({ merged }: Municipality, date: LocalDate): boolean {
  return merged === undefined || date <= merged.lastDay;
}

function fromRow([code, fi, sv, region, languages, lastDay, into]: MunicipalityRow): Municipality {
  return {
    code,
    name: { fi, sv },
    region,
    language: languages.startsWith('sv') ? 'sv' : 'fi',
    bilingual: languages.length > 2,
    ...(lastDay && into ? { merged: { lastDay, into } } : {}),
  };
}
