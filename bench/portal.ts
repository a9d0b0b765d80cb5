import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { call as callSchema } from '../contract/call.ts';
import { readYaml } from '../contract/yaml-file.ts';
import { startCloud } from '../rehearsal/cloud.ts';
import { preparePractice } from '../rehearsal/practice.ts';
import { synthesize } from '../rehearsal/synthesize.ts';

/**
 * `npm run bench:portal`: what a first visit costs. The pages come from the local cloud; the browser's processor is
 * slowed to a quarter and its line to 10 Mbit/s with 40 ms to and fro. A visit is one in a new browser profile, and ends when
 * all of the page is there. The first visit to each page is not counted: it starts the functions and fills the distribution's
 * cache, which is not what a visitor's machine and line cost.
 */
const runs = 7;
const pages = ['/', '/calls/practice', '/accessibility'];
const slow = { processor: 4, bytesPerSecond: 10_000_000 / 8, latencyMs: 40 };

const data = mkdtempSync(join(tmpdir(), 'anslag-bench-'));
synthesize();
const cloud = await startCloud({ data, port: 0, startAt: '2022-08-01T06:00:00.000Z' });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const model = readYaml(callSchema, readFileSync('calls/2022.yaml', 'utf8'));
  if ('faults' in model) throw new Error(JSON.stringify(model.faults));
  await preparePractice(cloud, model.value);
  const origin = cloud.origin.replace('127.0.0.1', 'localhost');
  console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, ${browser.version()}`);
  for (const path of pages) {
    await visit(browser, `${origin}${path}`);
    const visits = [];
    for (let run = 0; run < runs; run++) visits.push(await visit(browser, `${origin}${path}`));
    const paints = visits.map(({ paintMs }) => paintMs).sort((one, other) => one - other);
    const { scripts, gzipBytes } = visits[0] ?? { scripts: 0, gzipBytes: 0 };
    console.log(
      `${path}: ${scripts} scripts, ${(gzipBytes / 1000).toFixed(1)} kB gzip; largest paint ${paints[runs >> 1]} ms ` +
        `(median of ${runs}, ${paints[0]} to ${paints.at(-1)})`,
    );
  }
} finally {
  await browser.close();
  await cloud.stop();
  rmSync(data, { recursive: true, force: true });
}

async function visit(browser: Browser, url: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'sv' });
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body());
  });
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slow.latencyMs,
    downloadThroughput: slow.bytesPerSecond,
    uploadThroughput: slow.bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow.processor });
  await page.goto(url);
  await page.locator('main h1').waitFor();
  await page.locator('.loading').waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
  const paintMs = Math.round(
    Number(
      await page.evaluate(`new Promise((resolve) =>
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        }),
      )`),
    ),
  );
  const scripts = await Promise.all(bodies);
  await context.close();
  return {
    paintMs,
    scripts: scripts.length,
    gzipBytes: scripts.reduce((sum, body) => sum + gzipSync(body).length, 0),
  };
}
