import type { Page } from 'playwright-core';
import { orTell } from './stage.ts';

/** Goes to a page of the form by its name in the list of pages. */
export async function turnTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Ansökans delar' }).getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Begins Korsholm's application from the call's page, as somebody who has signed in. */
export async function beginApplication(page: Page): Promise<string> {
  await page.goto('/calls/practice');
  await page.getByRole('button', { name: 'Ansök om understöd' }).click();
  await page.getByRole('button', { name: 'Börja ansökan' }).click();
  await page.waitForURL(/\/apply\/drafts\//);
  return page.url().replace(/\/applicant$/, '');
}

/** Chooses a municipality by writing the beginning of its name. */
export async function chooseMunicipality(page: Page, index: number, name: string): Promise<void> {
  await page
    .getByRole('textbox', { name: /^Kommun/ })
    .nth(index)
    .fill(name);
  await page.getByRole('option', { name, exact: true }).click();
}

/** Fills in the whole application, page by page, as a person would. */
export async function fillIn(page: Page, title: string): Promise<void> {
  await turnTo(page, 'Sökande');
  await chooseMunicipality(page, 0, 'Korsholm');
  await page.getByLabel('Officiell e-postadress').fill('registrator@korsholm.example');
  await page.getByLabel('Namn', { exact: true }).fill('Karin Holm');
  await page.getByLabel('E-postadress', { exact: true }).fill('karin.holm@korsholm.example');

  await turnTo(page, 'Projekt');
  await page.getByLabel('Projektets namn').fill(title);
  await page
    .getByLabel('Sammandrag')
    .fill('Tre kommuner beskriver och förbättrar sina informationsmaterial.');
  await page.getByLabel('Informationsmaterialets kvalitet').check({ force: true });
  await page.getByLabel('Projektet börjar').fill('1.10.2022');
  await page.getByLabel('Projektet slutar').fill('31.5.2024');

  await turnTo(page, 'Deltagande kommuner');
  await page.getByRole('button', { name: 'Lägg till kommun' }).click();
  await chooseMunicipality(page, 0, 'Vörå');
  await page.getByLabel('E-postadress').fill('registrator@vora.example');
  await page.getByLabel(/finansieringsandel/).fill('5 000');

  await turnTo(page, 'Plan');
  for (const area of await page.getByRole('textbox').all()) {
    await area.fill('Vi kartlägger, beskriver och mäter informationsmaterialens kvalitet tillsammans.');
  }

  await turnTo(page, 'Kostnader');
  await page.getByRole('button', { name: 'Lägg till kostnad' }).click();
  await page.getByLabel('Slag, rad 1').selectOption('personnel');
  await page.getByLabel('Beskrivning, rad 1').fill('Projektledare');
  await page.getByLabel('Belopp, €, rad 1').fill('100 000');
  await page.getByLabel('Understöd som söks').fill('85 000');
  await page.getByLabel('Sökandens egen andel').fill('10 000');
}

/** Waits until the service has what was written. */
export async function untilSaved(page: Page): Promise<void> {
  await page.getByText(/^Sparat \d/).waitFor();
}

/** Signs and sends the application from the last page. */
export async function signAndSend(page: Page): Promise<void> {
  await orTell(page, page.getByRole('button', { name: 'Signera och skicka ansökan' }).click());
}
