import { type Language, languages } from './language.ts';

/** The first language of a request's `Accept-Language` that we have, by its weights (RFC 9110 § 12.5.4); Finnish otherwise. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [range = '', quality] = part.trim().split(/\s*;\s*q=/i);
      return {
        language: range.slice(0, 2).toLowerCase(),
        quality: quality === undefined ? 1 : Number(quality),
      };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) {
    const known = languages.find((ours) => ours === language);
    if (known) return known;
  }
  return 'fi';
}
