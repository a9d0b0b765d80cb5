import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Language } from '../../texts/language.ts';
import { inBrowser } from './in-browser.ts';
import { Stage } from './stage.ts';
import { untold } from './told.ts';
import { tour } from './tour.ts';
import { Visitors } from './visitors.ts';

/** Colours do not change with the language, and looking at them takes axe half of its time. */
const sameInEveryLanguage = { 'color-contrast': { enabled: false } };

inBrowser('every page of the portal', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.start();
  });
  afterAll(() => stage?.stop());

  test('works by keyboard alone, from the first page to a field of the form', async () => {
    const { page } = await stage.open();
    await page.getByRole('link', { name: /Övningsutlysning/ }).waitFor();
    await tabTo(page, /^Gå direkt till innehållet$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /Övningsutlysning/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/calls\/practice$/);
    await tabTo(page, /^Ansök om understöd$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Logga in för att fortsätta' }).waitFor();
    await tabTo(page, /^Logga in$/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Karin Holm/ }).waitFor();
    await tabTo(page, /Karin Holm/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/apply\/calls\/practice$/);
    await tabTo(page, /^Börja ansökan$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/applicant$/);
    await tabTo(page, /^Organisationens namn$/);
    await page.keyboard.type('Korsholm');
    await page.getByText(/^Sparat \d/).waitFor();
    await expect(page.getByLabel('Organisationens namn').inputValue()).resolves.toBe('Korsholm');
  });

  test('has nothing that axe finds in three languages, is told by name, and fits in 320 pixels', async () => {
    const visitors = new Visitors(stage);
    const found: string[] = [];
    await tour(stage.cloud, async (stops) => {
      for (const stop of stops) {
        await visitors.inEveryLanguage(stop, async (page, language) => {
          const faults = [
            ...(await foundByAxe(page, language)),
            ...(language === 'fi' ? [...(await untold(page)), ...(await tooWide(page))] : []),
          ];
          found.push(...faults.map((fault) => `${stop.name} ${language}: ${fault}`));
        });
      }
    });
    expect(found).toEqual([]);
    expect(visitors.faults).toEqual([]);
    // Every page in three languages, each examined whole: minutes on a busy machine.
  }, 1_200_000);
});

/** What axe finds, by rule and place. */
async function foundByAxe(page: Page, language: Language): Promise<readonly string[]> {
  // Without frames there is nothing that a page of axe's own would add; it and all that passes cost two thirds.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], rules: language === 'sv' ? {} : sameInEveryLanguage })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) =>
    `${id}: ${nodes.map(({ html }) => html).join(' | ')}`.slice(0, 400),
  );
}

/** What does not fit in the narrowest window (WCAG 1.4.10), or not where its reader spaces the text out (1.4.12). */
async function tooWide(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ width: 320, height: 900 });
  const plain = await outside(page);
  await page.evaluate(spaceOut);
  const spaced = await outside(page);
  await page.evaluate('document.adoptedStyleSheets = []');
  await page.setViewportSize({ width: 1280, height: 900 });
  return [...plain, ...spaced.map((fault) => `with the text spaced out: ${fault}`)];
}

const spaceOut = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
  );
  document.adoptedStyleSheets = [sheet];
})()`;

/** How much wider than its window the page is, and what it cuts off, but for what only screen readers tell. */
async function outside(page: Page): Promise<readonly string[]> {
  const script = `(() => {
    const { scrollWidth: wide, clientWidth: window } = document.documentElement;
    const cut = [...document.querySelectorAll('body *')].filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
      const isCut = (overflow, inner, outer) => ['hidden', 'clip'].includes(overflow) && inner > outer + 1;
      return !element.closest('.hidden, .fi-visually-hidden') && element.textContent.trim() !== '' &&
        (isCut(overflowX, scrollWidth, clientWidth) || isCut(overflowY, scrollHeight, clientHeight));
    });
    return [
      ...(wide > window ? [wide + ' pixels wide in a window of ' + window] : []),
      ...cut.map(({ outerHTML }) => 'cut off: ' + outerHTML.slice(0, 200)),
    ];
  })()`;
  return (await page.evaluate(script)) as readonly string[];
}

/** Presses the tabulator until something is focused whose name fits. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (name.test(await focused(page))) return;
  }
  throw new Error(`nothing named ${name} is reached by keyboard`);
}

/** What is focused, by its label or its text. */
async function focused(page: Page): Promise<string> {
  const script = `(() => {
    const at = document.activeElement;
    return (at?.labels?.[0]?.textContent || at?.getAttribute('aria-label') || at?.textContent || '').trim();
  })()`;
  return String(await page.evaluate(script));
}
