import type { Page, Request } from 'playwright-core';
import { type Language, languages } from '../../texts/language.ts';
import { type Stage, signIn, type Window } from './stage.ts';
import type { Stop } from './stop.ts';

/** The languages by the names that the portal's menu gives them. */
const names: Readonly<Record<Language, string>> = { sv: 'Svenska', fi: 'Suomi', en: 'English' };

/** How each person is named on the sign-in page. */
const people: Readonly<Record<Exclude<Stop['as'], 'anybody'>, string>> = {
  'karin.holm': 'Karin Holm',
  'aino.lindqvist': 'Aino Lindqvist',
  'mikael.salo': 'Mikael Salo',
  'eero.hakala': 'Eero Hakala',
  'ritva.lehto': 'Ritva Lehto',
  'sirpa.niemi': 'Sirpa Niemi',
  'henrik.sund': 'Henrik Sund',
};

/** A session lasts twelve hours of the cloud's clock. */
const sessionMs = 11 * 3_600_000;

/** Goes to pages of the portal as whoever may see them, each person in one window of their own. */
export class Visitors {
  readonly #stage: Stage;
  readonly #windows = new Map<string, Window & { readonly until: number }>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** What the pages or their content policy complained of. */
  get faults(): readonly string[] {
    return [...this.#windows.values()].flatMap(({ faults }) => faults);
  }

  /** Opens a stop and shows it in each language in turn. */
  async inEveryLanguage(stop: Stop, see: (page: Page, language: Language) => Promise<void>): Promise<void> {
    const page = await this.#pageOf(stop);
    await choose(page, 'sv');
    await page.goto(stop.path);
    await page.locator(stop.ready).first().waitFor();
    const asking = new Asking(page);
    await stop.before?.(page);
    for (const language of languages) {
      await choose(page, language);
      // What the API tells is asked for anew; until it comes it stands in the language before.
      await asking.answered();
      await page.locator(stop.ready).first().waitFor();
      if (stop.unfolded) await unfold(page);
      await see(page, language);
    }
    asking.stop();
    await choose(page, 'sv');
  }

  async #pageOf({ as }: Stop): Promise<Page> {
    const now = Date.parse(await this.#stage.cloud.now());
    const known = this.#windows.get(as);
    if (known && now < known.until) return known.page;
    const window = await this.#stage.open();
    this.#windows.set(as, { ...window, until: now + sessionMs });
    if (as !== 'anybody') {
      await window.page.goto(as === 'karin.holm' ? '/apply' : '/handle');
      await signIn(window.page, people[as]);
      await window.page.waitForURL(/\/(apply|handle)$/);
    }
    return window.page;
  }
}

/** The requests of a page that have no answer yet. */
class Asking {
  readonly #page: Page;
  readonly #open = new Set<Request>();

  constructor(page: Page) {
    this.#page = page;
    page.on('request', this.#begin);
    page.on('requestfinished', this.#end);
    page.on('requestfailed', this.#end);
  }

  /** Resolves when the page has drawn itself twice without asking for anything. */
  async answered(): Promise<void> {
    for (let quiet = 0; quiet < 2; quiet = this.#open.size === 0 ? quiet + 1 : 0) {
      await this.#page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 50)))');
    }
  }

  stop(): void {
    this.#page.off('request', this.#begin);
    this.#page.off('requestfinished', this.#end);
    this.#page.off('requestfailed', this.#end);
  }

  readonly #begin = (request: Request) => this.#open.add(request);
  readonly #end = (request: Request) => this.#open.delete(request);
}

async function choose(page: Page, language: Language): Promise<void> {
  await page.getByRole('button', { name: names[language], exact: true }).click();
}

/** Opens all that is folded, the outer first. */
async function unfold(page: Page): Promise<void> {
  for (let folded = page.locator('details:not([open]) > summary:visible'); (await folded.count()) > 0; )
    await folded.first().click();
}
