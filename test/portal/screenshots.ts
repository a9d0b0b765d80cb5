import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { synthesize } from '../../rehearsal/synthesize.ts';
import { Stage } from './stage.ts';
import { tour } from './tour.ts';
import { Visitors } from './visitors.ts';

/** `npm run screenshots`: every page in three languages into `docs/screens/`, what is seen of it without scrolling. */
const folder = join(import.meta.dirname, '../../docs/screens');

synthesize();
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const stage = await Stage.start();
try {
  const visitors = new Visitors(stage);
  await tour(stage.cloud, async (stops) => {
    for (const stop of stops) {
      await visitors.inEveryLanguage(stop, async (page, language) => {
        await page.evaluate('window.scrollTo(0, 0)');
        await page.mouse.move(0, 0);
        await page.screenshot({ path: join(folder, `${stop.name}.${language}.png`) });
      });
    }
  });
} finally {
  await stage.stop();
}
