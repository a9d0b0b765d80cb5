import type { Cents } from '../../domain/money.ts';

/** A grant as the ministry published it: to whom, and at most how much. */
export interface PublishedGrant {
  /** Statistics Finland's code of the municipality. */
  readonly municipality: string;
  readonly atMostCents: Cents;
}

/**
 * Grants by name and sum as published. Titles, partners, costs and texts of the rehearsed applications are made up, and
 * since the sums applied for were not published, the published "at most" sums stand for them.
 *
 * 2020: Kommuntorget, "Kommunernas digitaliseringsprojekt 2020". 2021: the ministry's release of 23.6.2021. For 2019 no
 * sums were found by name.
 *
 * The 14 of the 24 grants of 2022 that could be read by name and sum in the ministry's release of 16.6.2022 (vm.fi,
 * "Finansministeriet beviljade understöd för kommunernas digitaliseringsprojekt").
 */
export const publishedGrants: Readonly<Record<string, readonly PublishedGrant[]>> = {
  '2020': [
    { municipality: '091', atMostCents: 850_000_00 }, // Helsingfors
    { municipality: '272', atMostCents: 445_500_00 }, // Karleby
  ],
  '2021': [
    { municipality: '111', atMostCents: 178_500_00 }, // Heinola
    { municipality: '091', atMostCents: 980_000_00 }, // Helsingfors
  ],
  '2022': [
    { municipality: '049', atMostCents: 280_500_00 }, // Esbo
    { municipality: '165', atMostCents: 518_500_00 }, // Janakkala
    { municipality: '167', atMostCents: 318_750_00 }, // Joensuu
    { municipality: '245', atMostCents: 102_000_00 }, // Kervo
    { municipality: '499', atMostCents: 184_450_00 }, // Korsholm
    { municipality: '286', atMostCents: 360_400_00 }, // Kouvola
    { municipality: '305', atMostCents: 398_950_00 }, // Kuusamo
    { municipality: '398', atMostCents: 500_000_00 }, // Lahtis
    { municipality: '398', atMostCents: 178_500_00 }, // Lahtis
    { municipality: '421', atMostCents: 209_100_00 }, // Lestijärvi
    { municipality: '425', atMostCents: 221_000_00 }, // Limingo
    { municipality: '444', atMostCents: 1_210_000_00 }, // Lojo
    { municipality: '433', atMostCents: 190_060_00 }, // Loppi
    { municipality: '543', atMostCents: 289_850_00 }, // Nurmijärvi
  ],
};
