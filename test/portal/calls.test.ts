import type { Page } from 'playwright-core';
import { turnClock } from '../../rehearsal/turn-clock.ts';
import { inBrowser } from './in-browser.ts';
import {
  approveDrafts,
  approvePlan,
  confirmScreenings,
  declareAllTies,
  declineTheMost,
  scoreCases,
} from './lead.ts';
import { faultyFile, fileOfNextYear } from './official-stops.ts';
import { Stage, type Window } from './stage.ts';

inBrowser('a call, from its publication to the money that comes free after its decisions', () => {
  let stage: Stage;
  let aino: Window;
  beforeAll(async () => {
    stage = await Stage.start();
    aino = await stage.signedIn('handle', 'Aino Lindqvist');
  });
  afterAll(() => stage?.stop());

  test('a publisher mends the faults of a file, names the officials, publishes it and corrects it', async () => {
    const { page } = aino;
    await page.getByRole('link', { name: 'Publicera', exact: true }).click();
    await page.getByRole('link', { name: 'Publicera en ny utlysning' }).click();
    await page.getByLabel('Välj filen').setInputFiles(yaml(faultyFile));
    await page.getByRole('heading', { name: 'Filen har 2 fel' }).waitFor();
    await expect(page.locator('.findings').innerText()).resolves.toMatch(
      /Rad \d+, kolumn \d+\s+\/appropriation\/cents/,
    );
    await page
      .locator('.findings button')
      .nth(await faultAt(page, '/appropriation/cents'))
      .click();
    // The cursor stands where the fault is, so that it can be mended there.
    await expect(lineWithCursor(page)).resolves.toContain('cents: many');
    await page.getByLabel('Utlysningen som text').fill(fileOfNextYear);
    await page.getByRole('button', { name: 'Kontrollera' }).click();
    await page.getByText('Filen är felfri.').waitFor();
    await page.locator('.preview summary').click();
    await page.getByRole('heading', { name: 'Bedömningskriterier' }).waitFor();

    await page.getByRole('button', { name: 'Publicera utlysningen' }).click();
    await page.getByText('Ingen är beslutsfattare ännu.').waitFor();
    await page.getByLabel('Samma personer som i').selectOption('practice');
    await page.getByRole('button', { name: 'Ta bort: Petri Koskela' }).click();
    await page.getByRole('button', { name: 'Publicera utlysningen' }).click();
    await page.getByRole('heading', { name: /är publicerad$/ }).waitFor();

    await page.getByRole('link', { name: 'Publicera och rätta utlysningar' }).first().click();
    await page.getByRole('link', { name: 'Rätta Understöd för digitaliseringen i kommunerna 2022' }).click();
    await page.getByLabel('På svenska').fill('Understöd för digitaliseringen i kommunerna 2023');
    await page.getByLabel(/^Motivering/).fill('Året var fel.');
    await page.getByRole('button', { name: 'Rätta utlysningen' }).click();
    await page.getByText('Ett ställe är rättat.').waitFor();
    const anybody = await stage.open();
    await anybody.page.goto('/calls/next-year');
    await anybody.page
      .getByRole('heading', { name: 'Understöd för digitaliseringen i kommunerna 2023' })
      .waitFor();
    expect([...aino.faults, ...anybody.faults]).toEqual([]);
  });

  test('a presenter tries another policy beside the proposal, and asks for a proposal by it', async () => {
    await turnClock(stage.cloud.origin, 'closing');
    await declareAllTies(stage.cloud);
    await confirmScreenings(stage.cloud);
    await scoreCases(stage.cloud);
    aino = await stage.signedIn('handle', 'Aino Lindqvist');
    const { page } = aino;
    await page.goto('/handle/calls/practice');
    await expect(page.locator('dt', { hasText: 'Blir kvar' }).locator('+ dd').innerText()).resolves.toMatch(
      /^45\s000\s€\. Det som återstår räcker inte till .+ minst 199\s475\s€ skulle behövas\.$/,
    );
    await page.getByText('Vad händer om …').click();
    const form = page.locator('details', { hasText: 'Vad händer om …' }).last();
    await form.getByText('I proportion', { exact: true }).click();
    await form.getByText('Kvoter och tak').click();
    await form.getByRole('button', { name: 'Lägg till en kvot' }).click();
    await form.getByLabel('Enligt').selectOption('language');
    await form.getByRole('button', { name: 'Räkna ut' }).click();
    await form.getByText('Ge försöket ett namn.').waitFor();
    await form.getByText('uppgiften saknas').waitFor();
    await form.getByRole('button', { name: 'Ta bort: Kvot 1' }).click();
    await form.getByLabel('Namn på försöket').fill('Alla får lika stor del');
    await page.getByRole('button', { name: 'Suomi', exact: true }).click();
    await page.getByRole('heading', { name: 'Ehdotus 1' }).waitFor();
    await expect(page.getByLabel('Kokeilun nimi').inputValue()).resolves.toBe('Alla får lika stor del');
    await page.getByRole('button', { name: 'Svenska', exact: true }).click();
    await page.getByRole('heading', { name: 'Förslag 1' }).waitFor();
    await form.getByRole('button', { name: 'Räkna ut' }).click();
    const compared = page.getByRole('group', { name: 'Försöken bredvid förslaget' });
    await compared.getByRole('columnheader', { name: 'Alla får lika stor del' }).waitFor();
    // Everybody gets something, and what the first loses is told.
    await expect(compared.locator('tfoot tr').last().locator('td').last().innerText()).resolves.toBe('3');
    await expect(compared.locator('tbody tr').first().innerText()).resolves.toMatch(/−[\d\s]+/);
    const tried = page.locator('.tried', { hasText: 'Alla får lika stor del' });
    await tried.getByText('Diagram och motiveringar').click();
    await expect(tried.locator('.bar').count()).resolves.toBe(3);

    await tried.getByRole('button', { name: /^Begär ett förslag med dessa villkor/ }).click();
    const asking = page.locator('.panel', { hasText: 'Begär ett nytt förslag' });
    await expect(asking.getByLabel('I proportion', { exact: true }).isChecked()).resolves.toBe(true);
    await asking.getByLabel('Motivering').fill('Lika för alla.');
    await asking.getByRole('button', { name: 'Begär ett nytt förslag' }).click();
    await page.getByRole('heading', { name: 'Förslag 2' }).waitFor();
    await page.getByText('Försök som gällde tidigare förslag').waitFor();
    await expect(page.locator('.bar-text').allInnerTexts()).resolves.not.toContain(
      expect.stringMatching(/^0\s€/),
    );
    expect(aino.faults).toEqual([]);
  });

  test('what a recipient declines goes to those next in turn, by one who proposes and one who approves', async () => {
    await approvePlan(stage.cloud);
    await approveDrafts(stage.cloud);
    const declined = await declineTheMost(stage.cloud);
    const { page } = aino;
    await page.goto('/handle/calls/practice');
    await page.getByRole('link', { name: 'Omfördela pengar' }).click();
    await page.getByText('(mottagaren avstod)').waitFor();
    await page.getByRole('button', { name: 'Föreslå en omfördelning' }).click();
    await page.getByText('Skriv en motivering.').waitFor();
    await page.getByLabel('Motivering').fill('En mottagare har avstått.');
    await page.getByRole('button', { name: 'Föreslå en omfördelning' }).click();
    await page.getByText('väntar på beslut').waitFor();
    const raised = page.getByRole('group', { name: 'Omfördelning' });
    await expect(raised.innerText()).resolves.not.toContain(declined);
    await expect(page.getByRole('button', { name: 'Godkänn omfördelningen' }).count()).resolves.toBe(0);

    const eero = await stage.signedIn('handle', 'Eero Hakala');
    await eero.page.getByRole('link', { name: /^Avgör en omfördelning/ }).click();
    await eero.page.getByRole('button', { name: 'Godkänn omfördelningen' }).click();
    await eero.page.getByText('godkänd', { exact: true }).waitFor();
    await eero.page.getByText(/^Omfördelningen godkändes/).waitFor();
    await stage.cloud.settled();
    await raised.getByRole('link').first().click();
    await page.getByRole('button', { name: 'Ladda ner beslutsbrevet' }).waitFor();
    expect([...aino.faults, ...eero.faults]).toEqual([]);
  });

  test('an auditor reads it all and finds nothing to press that would be refused', async () => {
    const sirpa = await stage.signedIn('handle', 'Sirpa Niemi');
    const { page } = sirpa;
    await page.getByRole('link', { name: 'Se alla utlysningar' }).click();
    await page.getByRole('link', { name: /^Övningsutlysning/ }).click();
    await page.getByRole('heading', { name: 'Förslag 2' }).waitFor();
    await expect(page.locator('main button').count()).resolves.toBe(0);
    await page.getByRole('link', { name: 'Se alla meddelanden' }).click();
    await page.locator('tbody tr').first().waitFor();
    await expect(page.locator('main summary').count()).resolves.toBe(0);
    await page.goto('/handle/calls/practice/reallocation');
    await page.getByText('godkänd', { exact: true }).waitFor();
    await expect(page.locator('main button').count()).resolves.toBe(0);
    await page.goto('/handle/calls/practice');
    await page.getByRole('link', { name: 'Se loggen' }).click();
    await page.getByText(/^Omfördelningen godkändes/).waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Spara loggen som fil' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('practice.jsonl');
    expect(sirpa.faults).toEqual([]);
  });
});

function yaml(text: string) {
  return { name: 'call.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) };
}

/** Which of the listed faults is at a place. */
async function faultAt(page: Page, place: string): Promise<number> {
  const texts = await page.locator('.findings li').allInnerTexts();
  return texts.findIndex((text) => text.includes(place));
}

async function lineWithCursor(page: Page): Promise<string> {
  const script = `(() => {
    const { value, selectionStart } = document.activeElement;
    return value.slice(value.lastIndexOf('\\n', selectionStart - 1) + 1).split('\\n')[0];
  })()`;
  return String(await page.evaluate(script));
}
