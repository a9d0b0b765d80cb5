import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { officialClient } from '../../rehearsal/clients.ts';
import { declareTies } from '../../rehearsal/declare-ties.ts';
import { turnClock } from '../../rehearsal/turn-clock.ts';
import { beginApplication, fillIn, signAndSend, turnTo } from './fill-in.ts';
import { inBrowser } from './in-browser.ts';
import { Stage } from './stage.ts';

interface Task {
  readonly id: string;
  readonly kind: string;
}

inBrowser('a round by four officials, and its decision', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.start();
  });
  afterAll(() => stage?.stop());

  test('goes from Korsholm’s application to its letter, in the portal alone', async () => {
    const karin = await stage.signedIn('apply', 'Karin Holm');
    await beginApplication(karin.page);
    await fillIn(karin.page, 'Gemensamma begrepp i Österbotten');
    await turnTo(karin.page, 'Kontrollera');
    await signAndSend(karin.page);
    await karin.page.getByRole('heading', { name: 'Ansökan är mottagen' }).waitFor();
    await turnClock(stage.cloud.origin, 'closing');

    const aino = await stage.signedIn('handle', 'Aino Lindqvist');
    await aino.page.getByText('4 uppgifter väntar på dig.').first().waitFor();
    await aino.page.getByText('Gå igenom de sökande i Övningsutlysning').waitFor();
    await aino.page.getByRole('link', { name: 'Bekräfta granskningen Korsholm' }).click();
    await goThroughApplicants(aino.page);
    await aino.page.getByRole('heading', { name: 'Villkoren' }).waitFor();
    await aino.page.getByText('ansökan bedöms').waitFor();
    await confirmScreening(aino.page);
    await answerTheRest('aino.lindqvist', 'confirm-screening');

    const mikael = await stage.signedIn('handle', 'Mikael Salo');
    await mikael.page.getByLabel('Uppgift', { exact: true }).selectOption('score-case');
    await mikael.page.getByRole('link', { name: 'Poängsätt Korsholm' }).click();
    await goThroughApplicants(mikael.page);
    await mikael.page.getByRole('button', { name: 'Spara poängen' }).click();
    await mikael.page.getByText('Ge poäng och motivering.').first().waitFor();
    await scoreEverything(mikael.page);
    await mikael.page.getByText('Dina poäng: 100,0 av 100').waitFor();
    await mikael.page.getByRole('button', { name: 'Spara poängen' }).click();
    await mikael.page.getByRole('button', { name: 'Spara poängen' }).waitFor({ state: 'detached' });
    await answerTheRest('mikael.salo', 'score-case');
    await declareTies(officialClient(stage.cloud, 'johanna.nyberg'), stage.call.id);
    await answerTheRest('johanna.nyberg', 'score-case');
    await stage.cloud.settled();

    await aino.page.goto('/handle/calls/practice');
    await aino.page.getByRole('heading', { name: 'Förslag 1' }).waitFor();
    await nameReserve(aino.page, 'Nora Ny');
    await expect(aino.page.locator('.bars').innerText()).resolves.toContain('Korsholm');
    await aino.page.getByText('Vad händer om …').click();
    await aino.page.getByLabel('Namn på försöket').fill('Hälften av pengarna');
    await aino.page.getByLabel('Anslag i försöket').fill('250 000');
    await aino.page.getByRole('button', { name: 'Räkna ut' }).click();
    await aino.page.getByRole('heading', { name: /Hälften av pengarna/ }).waitFor();
    await aino.page.getByRole('button', { name: 'Godkänn förslaget' }).click();
    await aino.page.getByText(/^Aino Lindqvist godkände förslaget /).waitFor();
    await stage.cloud.settled();

    const eero = await stage.signedIn('handle', 'Eero Hakala');
    await eero.page.getByRole('link', { name: /Godkänn besluten/ }).click();
    await goThroughApplicants(eero.page);
    await eero.page.getByRole('cell', { name: 'Korsholm' }).waitFor();
    const preview = await downloadOf(eero.page, () =>
      eero.page
        .getByRole('button', { name: /^Läs brevet/ })
        .first()
        .click(),
    );
    expect(preview.subarray(0, 5).toString()).toBe('%PDF-');
    await eero.page.getByRole('button', { name: 'Godkänn och fatta besluten' }).click();
    await eero.page.getByText(/^Eero Hakala har fattat besluten\./).waitFor();
    await stage.cloud.settled();

    // Four weeks have passed on the clock, and the session with them.
    await karin.page.goto('/apply');
    await karin.page.getByRole('button', { name: 'Logga in igen' }).click();
    await karin.page.getByRole('button', { name: /Karin Holm/ }).click();
    await karin.page.getByRole('link', { name: 'Läs beslutet' }).click();
    await karin.page.getByRole('heading', { name: /^Beslut: / }).waitFor();
    const letter = await downloadOf(karin.page, () =>
      karin.page.getByRole('button', { name: 'Ladda ner beslutsbrevet (PDF)' }).click(),
    );
    expect(letter.subarray(0, 5).toString()).toBe('%PDF-');

    const anybody = await stage.open();
    await anybody.page.goto('/verify');
    await anybody.page.getByLabel(/Släpp brevet/).setInputFiles({
      name: 'brev.pdf',
      mimeType: 'application/pdf',
      buffer: letter,
    });
    await anybody.page.getByRole('heading', { name: 'Brevet är myndighetens och oförändrat' }).waitFor();
    await anybody.page.goto('/results');
    await anybody.page.getByRole('link', { name: /Övningsutlysning/ }).click();
    await expect(anybody.page.locator('table').innerText()).resolves.toContain('Korsholm');
    for (const { faults } of [karin, aino, mikael, eero, anybody]) expect(faults).toEqual([]);
    // A whole round by five people: minutes on a busy machine.
  }, 300_000);

  /** Answers an official's other tasks of a kind through the API, as the portal does. */
  async function answerTheRest(username: string, kind: string): Promise<void> {
    await stage.cloud.settled();
    const client = officialClient(stage.cloud, username);
    const { tasks } = await client.get<{ tasks: Task[] }>('/tasks?limit=200');
    for (const task of tasks.filter((one) => one.kind === kind)) {
      const scores = stage.call.evaluation.criteria.map(({ id }) => ({
        criterion: id,
        score: 4,
        justification: 'Väl beskrivet.',
      }));
      const answer = kind === 'score-case' ? { kind, scores } : { kind, judgements: [] };
      await client.post(`/tasks/${task.id}/answer`, answer);
    }
    await stage.cloud.settled();
  }
});

/** Names somebody who steps in where an evaluator is barred. */
async function nameReserve(page: Page, name: string): Promise<void> {
  const officials = page.getByRole('region', { name: 'Handläggare' });
  await officials.locator('summary').click();
  await officials.getByLabel('Roll i utlysningen').selectOption('reserve');
  await officials.getByLabel('Namn', { exact: true }).fill(name);
  await officials.getByLabel('Användarnamn').fill('nora.ny');
  await officials.getByRole('button', { name: 'Ändra handläggarna' }).click();
  await officials.getByText('Skriv en motivering').waitFor();
  await officials.getByRole('textbox', { name: 'Motivering' }).fill('Reserven räcker inte.');
  await officials.getByRole('button', { name: 'Ändra handläggarna' }).click();
  await officials.getByText(`Petri Koskela, ${name}`).waitFor();
}

/** Finds no tie to any applicant, and comes back to what was to be opened. */
async function goThroughApplicants(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Bindningar till sökande' }).waitFor();
  await page.getByText('Därefter kommer du tillbaka').waitFor();
  await page.getByRole('button', { name: 'Jag har gått igenom alla' }).click();
}

async function confirmScreening(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bekräfta granskningen' }).click();
  await page.getByRole('button', { name: 'Bekräfta granskningen' }).waitFor({ state: 'detached' });
}

async function scoreEverything(page: Page): Promise<void> {
  for (const criterion of await page.locator('.criterion').all()) {
    await criterion.getByText('5', { exact: true }).click();
    await criterion.getByRole('textbox').fill('Konkret och användbart för andra kommuner.');
  }
}

async function downloadOf(page: Page, click: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return readFileSync(await download.path());
}
