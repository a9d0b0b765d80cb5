import { beginApplication, chooseMunicipality, fillIn, signAndSend, turnTo, untilSaved } from './fill-in.ts';
import { inBrowser } from './in-browser.ts';
import { orTell, Stage, signIn } from './stage.ts';

inBrowser('an applicant in a browser', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.start();
  });
  afterAll(() => stage?.stop());

  test('finds a call, signs in, writes, is told what is missing, sends, and gets a receipt', async () => {
    const { page, faults } = await stage.open();
    await page.getByRole('link', { name: /Övningsutlysning/ }).click();
    await page.getByRole('button', { name: 'Ansök om understöd' }).click();
    await signIn(page, 'Karin Holm');
    await page.getByRole('button', { name: 'Börja ansökan' }).click();

    await page.waitForURL(/\/applicant$/);
    await turnTo(page, 'Kontrollera');
    await page.getByRole('heading', { name: /kan inte skickas ännu/ }).waitFor();
    await page.getByRole('link', { name: 'Projektets namn: fyll i' }).click();
    await page.locator('#project-title:focus').waitFor();

    await fillIn(page, 'Gemensamma begrepp i Österbotten');
    await expect(page.getByText('Ni söker 85 % av de godtagbara kostnaderna').count()).resolves.toBe(1);
    await page.getByLabel('Understöd som söks').fill('85 000,01');
    await page.getByText('0,01 € för mycket').waitFor();
    await page.getByLabel('Understöd som söks').fill('85 000');
    await orTell(page, page.getByText('Finansieringen täcker kostnaderna.').waitFor());

    await turnTo(page, 'Kontrollera');
    await signAndSend(page);
    await page.getByRole('heading', { name: 'Ansökan är mottagen' }).waitFor();
    const receipt = await page.getByRole('region', { name: 'Ansökan är mottagen' }).innerText();
    expect(receipt).toMatch(/ANS\/2022\/\d{4}/);
    expect(receipt).toMatch(/[0-9a-f]{64}/);
    expect(faults).toEqual([]);
  });

  test('reads a page, in the language of choice, before the scripts have come, and goes on from it', async () => {
    const { page, context, faults } = await stage.open({ language: 'fi' });
    const { promise: arrival, resolve: arrive } = Promise.withResolvers<void>();
    await context.route('**/frame-*.js', async (route) => {
      await arrival;
      await route.continue();
    });
    await page.goto('/accessibility', { waitUntil: 'commit' });
    await page.getByRole('heading', { name: 'Saavutettavuusseloste' }).waitFor();
    await page.getByRole('button', { name: 'Svenska' }).click();
    const heading = page.getByRole('heading', { name: 'Tillgänglighetsutlåtande' });
    const drawn = await heading.elementHandle();
    arrive();
    await page.getByLabel('Vad fungerar inte?').waitFor();
    await expect(drawn?.evaluate((element) => element.isConnected)).resolves.toBe(true);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Accessibility statement' }).waitFor();
    expect(faults).toEqual([]);
  });

  test('reads what a call is about before the scripts have come, and the rest after', async () => {
    const { page, context, faults } = await stage.open({ language: 'fi' });
    const { promise: arrival, resolve: arrive } = Promise.withResolvers<void>();
    await context.route('**/frame-*.js', async (route) => {
      await arrival;
      await route.continue();
    });
    const { name, purpose } = stage.call;
    await page.goto('/calls/practice', { waitUntil: 'commit' });
    await page.getByRole('heading', { name: name.fi }).waitFor();
    await page.getByRole('button', { name: 'Svenska' }).click();
    await page.getByText(purpose.sv).waitFor();
    await page.getByRole('heading', { name: name.sv }).waitFor();
    arrive();
    await page.getByRole('button', { name: 'Ansök om understöd' }).waitFor();
    await page.getByRole('heading', { name: name.sv }).waitFor();
    expect(faults).toEqual([]);
  });

  test('writes together with a colleague: what both changed is shown, and no word is lost', async () => {
    const karin = await stage.signedIn('apply', 'Karin Holm');
    const draft = await beginApplication(karin.page);
    await turnTo(karin.page, 'Projekt');
    await karin.page.getByLabel('Projektets namn').fill('Begrepp');
    await untilSaved(karin.page);

    const bjorn = await stage.signedIn('apply', 'Björn Back');
    await bjorn.page.goto(`${draft}/project`);
    await bjorn.page.getByLabel('Sammandrag').fill('Björns sammandrag.');
    await untilSaved(bjorn.page);

    await karin.page.getByLabel('Projektets namn').fill('Gemensamma begrepp');
    await karin.page.getByText(/har också skrivit/).waitFor();
    await expect(karin.page.getByLabel('Sammandrag').inputValue()).resolves.toBe('Björns sammandrag.');
    await untilSaved(karin.page);

    await karin.page.getByLabel('Sammandrag').fill('Karins sammandrag.');
    await untilSaved(karin.page);
    await bjorn.page.getByLabel('Sammandrag').fill('Björns bättre sammandrag.');
    await bjorn.page.getByRole('heading', { name: 'Ni har ändrat samma ställe' }).waitFor();
    await expect(bjorn.page.locator('.conflict').innerText()).resolves.toMatch(
      /Björns bättre sammandrag\.[\s\S]*Karins sammandrag\./,
    );
    await bjorn.page.getByText('Behåll båda').click();
    await bjorn.page.locator('.panel').getByRole('button', { name: 'Nästa' }).click();
    await untilSaved(bjorn.page);
    await expect(bjorn.page.getByLabel('Sammandrag').inputValue()).resolves.toBe(
      'Björns bättre sammandrag.\n\nKarins sammandrag.',
    );
  });

  test('goes on to the next field at once when a municipality is chosen', async () => {
    const { page } = await stage.signedIn('apply', 'Karin Holm');
    await beginApplication(page);
    await chooseMunicipality(page, 0, 'Korsholm');
    await page.getByLabel('Officiell e-postadress').focus();
    await page.keyboard.type('registrator@korsholm.example', { delay: 20 });
    await expect(page.getByLabel('Officiell e-postadress').inputValue()).resolves.toBe(
      'registrator@korsholm.example',
    );
  });

  test('is told the municipality that the keys have come to, also when the list is opened again', async () => {
    const { page } = await stage.signedIn('apply', 'Karin Holm');
    await beginApplication(page);
    await chooseMunicipality(page, 0, 'Korsholm');
    const field = page.getByRole('textbox', { name: 'Kommun', exact: true });
    const told = async () => {
      const id = await field.getAttribute('aria-activedescendant');
      return id && page.locator(`[id="${id}"]`).innerText();
    };
    await page.getByRole('listbox', { name: 'Kommun' }).waitFor({ state: 'detached' });
    await expect(told()).resolves.toBeNull();
    await field.press('ArrowDown');
    await page.getByRole('listbox', { name: 'Kommun' }).waitFor();
    await field.press('ArrowDown');
    await page.locator('[role=option][class*=hasKeyboardFocus]').waitFor();
    await expect(told()).resolves.toMatch(/^[A-ZÅÄÖ]/);
  });

  test('has an upload interrupted, reloads, and it goes on', async () => {
    const { page, context } = await stage.signedIn('apply', 'Karin Holm');
    const draft = await beginApplication(page);
    await page.goto(`${draft}/attachments`);
    let broken = true;
    await context.route(`${stage.cloud.origin}/**`, (route) =>
      broken && route.request().method() === 'PUT' ? route.abort('connectionreset') : route.continue(),
    );
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, 'x')]);
    const file = { name: 'Avtal.pdf', mimeType: 'application/pdf', buffer: bytes };
    await page
      .getByLabel('Lägg till filer')
      .setInputFiles([
        file,
        { name: 'tom.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
        { name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.from('x') },
      ]);
    await page.getByText('Uppladdningen lyckades inte.').waitFor();
    await page.getByText('tom.txt är tom.').waitFor();
    await page.getByText(/film\.mp4 är inte av en tillåten typ/).waitFor();

    broken = false;
    await page.reload();
    await page.getByText('Uppladdad').waitFor();
    await page.reload();
    await page.getByText('Uppladdad').waitFor();
  });

  test('writes dates while the calendar is on its way, and where it never comes', async () => {
    const { page, context } = await stage.signedIn('apply', 'Karin Holm');
    const draft = await beginApplication(page);
    const calendar = '**/picked-date*.js';
    const { promise: arrival, resolve: arrive } = Promise.withResolvers<void>();
    await context.route(calendar, async (route) => {
      await arrival;
      await route.continue();
    });
    await page.goto(`${draft}/project`);
    const starts = page.getByLabel('Projektet börjar');
    const pick = page.getByRole('button', { name: /datum/ });
    await starts.pressSequentially('1.10');
    arrive();
    // It comes to the other field, where nobody writes.
    await pick.first().waitFor();
    await expect(pick.count()).resolves.toBe(1);
    await page.keyboard.type('.2022');
    await page.keyboard.press('Tab');
    await pick.nth(1).waitFor();
    await expect(starts.inputValue()).resolves.toBe('1.10.2022');

    await context.unroute(calendar);
    await context.route(calendar, (route) => route.abort());
    await page.reload();
    await page.getByLabel('Projektet slutar').fill('31.5.2024');
    await untilSaved(page);
    await page.reload();
    await expect(page.getByLabel('Projektet slutar').inputValue()).resolves.toBe('31.5.2024');
    await expect(pick.count()).resolves.toBe(0);
  });

  test('has the session end in the middle of the form, signs in again, and nothing is lost', async () => {
    const { page } = await stage.signedIn('apply', 'Karin Holm');
    const draft = await beginApplication(page);
    await page.goto(`${draft}/project`);
    await page.getByLabel('Projektets namn').fill('Före');
    await untilSaved(page);
    const now = Date.parse(await stage.cloud.now());
    await stage.cloud.turnTo(new Date(now + 13 * 3_600_000).toISOString());
    await page.getByLabel('Projektets namn').fill('Efter tretton timmar');
    await page.getByRole('heading', { name: 'Din session har gått ut' }).waitFor();
    await page.getByRole('button', { name: 'Logga in igen' }).click();
    await page.getByRole('button', { name: /Karin Holm/ }).click();
    await page.waitForURL(`${draft}/project`);
    await untilSaved(page);
    await expect(page.getByLabel('Projektets namn').inputValue()).resolves.toBe('Efter tretton timmar');
    await page.reload();
    await expect(page.getByLabel('Projektets namn').inputValue()).resolves.toBe('Efter tretton timmar');
  });

  test('sees nothing of others: neither their drafts nor the officials’ part', async () => {
    const karin = await stage.signedIn('apply', 'Karin Holm');
    const draft = await beginApplication(karin.page);
    const kim = await stage.signedIn('apply', 'Kim Forsman');
    await kim.page.goto(`${draft}/project`);
    await kim.page.getByRole('heading', { name: 'Sidan hittades inte' }).waitFor();
    await kim.page.goto('/handle');
    await kim.page.getByRole('heading', { name: 'Logga in för att fortsätta' }).waitFor();
  });
});
