import { accessibilityTexts } from '../../texts/portal/accessibility.ts';
import { Page } from '../frame/page.tsx';
import { useTexts } from '../language/language.tsx';

/** The accessibility statement (Act 306/2019 § 9) with its feedback form (§ 10). */
export default function Accessibility() {
  const t = useTexts(accessibilityTexts);
  return (
    <Page title={t.title} lead={t.lead}>
      <h2>{t.status}</h2>
      <p>{t.statusText}</p>
      <h2>{t.lacks}</h2>
      <ul>
        <li>{t.lacksAttachments}</li>
        <li>{t.lacksSources}</li>
      </ul>
      <h2>{t.supervision}</h2>
      <p>{t.supervisionText}</p>
    </Page>
  );
}
