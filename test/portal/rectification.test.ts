import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { turnClock } from '../../rehearsal/turn-clock.ts';
import { inBrowser } from './in-browser.ts';
import {
  approveDrafts,
  approvePlan,
  confirmScreenings,
  declareAllTies,
  scoreCases,
  sendDraft,
  writeDraft,
} from './lead.ts';
import { Stage, type Window } from './stage.ts';

inBrowser('a request for rectification', () => {
  let stage: Stage;
  let karin: Window;
  beforeAll(async () => {
    stage = await Stage.start();
    const { cloud } = stage;
    const caseId = await sendDraft(cloud, await writeDraft(cloud));
    await turnClock(cloud.origin, 'closing');
    await declareAllTies(cloud);
    await confirmScreenings(cloud);
    await scoreCases(cloud, caseId);
    await approvePlan(cloud);
    await approveDrafts(cloud);
    karin = await stage.signedIn('apply', 'Karin Holm');
    await karin.page.goto(`/apply/applications/${caseId}`);
  });
  afterAll(() => stage?.stop());

  test('is made by the applicant, who is told what it lacks before it is sent', async () => {
    const { page } = karin;
    await page.getByText('Begär omprövning').click();
    await page.getByRole('button', { name: 'Skicka begäran' }).click();
    await page.getByText('Skriv vad som ska ändras.').waitFor();
    await page.getByText('Skriv varför beslutet ska ändras.').waitFor();
    await page.getByLabel('Vad ska ändras?').fill('Understödet ska sänkas till 80 000 euro.');
    await page.getByLabel('Varför?').fill('En deltagande kommun gör sin del själv.');
    await page.getByRole('button', { name: 'Suomi', exact: true }).click();
    await page.getByRole('heading', { name: /^Päätös: / }).waitFor();
    const kept = page.getByLabel('Mitä vaaditaan muutettavaksi?');
    await expect(kept.inputValue()).resolves.toBe('Understödet ska sänkas till 80 000 euro.');
    await page.getByRole('button', { name: 'Svenska', exact: true }).click();
    await page.getByRole('button', { name: 'Skicka begäran' }).click();
    await page.getByRole('heading', { name: /^Begäran om omprövning ANS/ }).waitFor();
    await stage.cloud.settled();
  });

  test('is not put before whoever made the first decision', async () => {
    const eero = await stage.signedIn('handle', 'Eero Hakala');
    await eero.page.getByText(/väntar på dig just nu/).waitFor();
    expect(eero.faults).toEqual([]);
  });

  test('is decided by another decision maker, with the first decision beside it', async () => {
    const { page, faults } = await stage.signedIn('handle', 'Ritva Lehto');
    await page.getByRole('link', { name: /^Avgör en begäran om omprövning/ }).click();
    await page.getByText('Understödet ska sänkas till 80 000 euro.').waitFor();
    const panel = page.getByRole('region', { name: /^Avgör en begäran om omprövning/ });
    await panel.getByText('184 450 €').first().waitFor();
    await page.getByRole('button', { name: 'Avgör begäran' }).click();
    await page.getByText('Välj avgörande.').waitFor();
    await page.getByText('Skriv en motivering.').waitFor();
    await page.getByText('Beslutet ändras', { exact: true }).click();
    await page.getByText('Skriv det nya beloppet i euro.').waitFor();
    await page.getByLabel('Nytt understöd, €').fill('195 000');
    await page.getByText('Högst 184 450 € kan beviljas.').waitFor();
    await page.getByLabel('Nytt understöd, €').fill('80 000');
    await page.getByLabel('Motivering', { exact: true }).fill('Sökanden begär det själv.');
    await page.getByRole('button', { name: 'Avgör begäran' }).click();
    await page.getByText('Ditt svar är registrerat.').waitFor();
    await stage.cloud.settled();
    const letter = await letterFrom(page, 'Ladda ner omprövningsbeslutet (PDF)');
    expect(letter.subarray(0, 5).toString()).toBe('%PDF-');
    expect(faults).toEqual([]);
  });

  test('is answered with a new decision, whose letter the applicant reads and the service vouches for', async () => {
    const { page, faults } = karin;
    await page.reload();
    await page.getByRole('heading', { name: /: beslutet ändras$/ }).waitFor();
    await page.getByText('Sökanden begär det själv.').waitFor();
    await page.getByText(/^Beslutet har ändrats genom omprövning/).waitFor();
    const before = await letterFrom(page, 'Ladda ner beslutsbrevet (PDF)');
    const after = await letterFrom(page, 'Ladda ner omprövningsbeslutet (PDF)');
    expect(await verdictOn(after)).toBe('Beslutet gäller.');
    expect(await verdictOn(before)).toMatch(/ersatt/);
    expect(faults).toEqual([]);
  });

  /** What the page where anybody can drop a letter says of it. */
  async function verdictOn(letter: Buffer): Promise<string> {
    const { page, context } = await stage.open();
    await page.goto('/verify');
    const file = { name: 'brev.pdf', mimeType: 'application/pdf', buffer: letter };
    await page.getByLabel(/Släpp brevet/).setInputFiles(file);
    const verdict = await page.locator('.outcome strong').innerText();
    await context.close();
    return verdict;
  }
});

async function letterFrom(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFileSync(await download.path());
}
