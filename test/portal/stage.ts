import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Call } from '../../domain/call/call.ts';
import { type RunningCloud, startCloud } from '../../rehearsal/cloud.ts';
import { preparePractice } from '../../rehearsal/practice.ts';
import type { Language } from '../../texts/language.ts';
import { call2022 } from '../call-2022.ts';

/** Debian's browser; no other is fetched. */
export const browserPath = '/usr/bin/chromium';

const { opensAt: _opens, closesAt: _closes, ...model } = call2022;

/** A practice call on a cloud of its own, with a browser to use it in. */
export class Stage {
  readonly cloud: RunningCloud;
  readonly call: Call;
  readonly address: string;
  readonly #browser: Browser;
  readonly #data: string;

  private constructor(cloud: RunningCloud, call: Call, browser: Browser, data: string) {
    this.cloud = cloud;
    this.call = call;
    this.address = cloud.origin.replace('127.0.0.1', 'localhost');
    this.#browser = browser;
    this.#data = data;
  }

  static async start(): Promise<Stage> {
    const data = mkdtempSync(join(tmpdir(), 'anslag-portal-'));
    const [cloud, browser] = await Promise.all([
      startCloud({ data, port: 0, startAt: '2022-08-01T06:00:00.000Z' }),
      chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] }),
    ]);
    return new Stage(cloud, await preparePractice(cloud, model), browser, data);
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.cloud.stop();
    rmSync(this.#data, { recursive: true, force: true });
  }

  /** A window of somebody's own browser, on the first page. */
  async open({
    language = 'sv',
    width = 1280,
  }: {
    language?: Language;
    width?: number;
  } = {}): Promise<Window> {
    const context = await this.#browser.newContext({
      viewport: { width, height: 900 },
      locale: language,
      baseURL: this.address,
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      // What the API refuses, the browser tells too; the stories look at what the page makes of it.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        faults.push(message.text());
      }
    });
    await page.goto('/');
    return { page, context, faults };
  }

  /** A window of somebody who has signed in as a person clicks it. */
  async signedIn(side: 'apply' | 'handle', name: string): Promise<Window> {
    const window = await this.open();
    await window.page.goto(`/${side}`);
    await signIn(window.page, name);
    await orTell(window.page, window.page.waitForURL(new RegExp(`/${side}$`)));
    return window;
  }
}

export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page or its content policy complained of. */
  readonly faults: readonly string[];
}

/** Waits for something on a page; where it does not come, the error says what is there instead. */
export async function orTell(page: Page, awaited: Promise<void>): Promise<void> {
  await awaited.catch(async (error) => {
    const shown = await page.locator('main').innerText();
    throw new Error(`${page.url()}: ${shown.replaceAll(/\s*\n\s*/g, ' | ')}`, { cause: error });
  });
}

/** Presses the button to sign in, and chooses somebody on the sign-in page. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Logga in', exact: true }).click();
  await page.getByRole('button', { name: new RegExp(name) }).click();
}
