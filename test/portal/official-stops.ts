import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { orTell } from './stage.ts';
import type { Stop } from './stop.ts';

/** The officials' pages of calls and of the service itself, each in the state in which it has most to show. */

const practice = '/handle/calls/practice';
const file = readFileSync('calls/2022.yaml', 'utf8');

/** A call's file for a year that has not come on the practice clock. */
export const fileOfNextYear = file
  .replace("id: '2022'", 'id: next-year')
  .replaceAll('2025-', '2027-')
  .replaceAll('2024-', '2026-')
  .replaceAll('2022-', '2023-');

/** The same with two faults in it. */
export const faultyFile = fileOfNextYear
  .replace('cents: 1000000000', 'cents: many')
  .replace('registerPrefix: ANS', 'registerPrefix: ans');

export const publishingStops: readonly Stop[] = [
  { name: 'handle-publishing', path: '/handle/publishing', as: 'aino.lindqvist', ready: '.card' },
  {
    name: 'handle-publish-faults',
    path: '/handle/publishing/new',
    as: 'aino.lindqvist',
    ready: '.code',
    before: (page) => checkFile(page, faultyFile, '.findings'),
  },
  {
    name: 'handle-publish',
    path: '/handle/publishing/new',
    as: 'aino.lindqvist',
    ready: '.code',
    before: async (page) => {
      await checkFile(page, fileOfNextYear, '.preview');
      await page.locator('.preview summary').click();
      await page.getByRole('button', { name: 'Publicera utlysningen' }).click();
    },
  },
  {
    name: 'handle-call-correction',
    path: '/handle/publishing/practice',
    as: 'aino.lindqvist',
    ready: 'textarea',
  },
  {
    name: 'handle-feedback',
    path: '/handle/feedback',
    as: 'aino.lindqvist',
    ready: '.card',
    before: (page) => page.locator('.card summary').first().click(),
  },
];

export const planStops: readonly Stop[] = [
  { name: 'handle-round', path: practice, as: 'aino.lindqvist', ready: '.tried' },
  {
    name: 'handle-what-if',
    path: practice,
    as: 'aino.lindqvist',
    ready: '.tried',
    before: async (page) => {
      await page.getByText('Vad händer om …').click();
      const form = page.locator('details', { hasText: 'Vad händer om …' }).last();
      await form.getByText('Största värdet', { exact: true }).click();
      await form.getByText('Kvoter och tak').click();
      await form.getByRole('button', { name: 'Lägg till en kvot' }).click();
      await form.getByText('Enskilda ansökningar').click();
      await form.getByRole('button', { name: 'Lägg till en ansökan' }).click();
      await form.getByRole('button', { name: 'Räkna ut' }).click();
      await page.locator('.tried summary').first().click();
    },
  },
];

export const reallocationStops: readonly Stop[] = [
  {
    name: 'handle-reallocation',
    path: `${practice}/reallocation`,
    as: 'aino.lindqvist',
    ready: '.panel form',
  },
];

export const decisionStops: readonly Stop[] = [
  { name: 'handle-reallocation-waits', path: '/handle', as: 'eero.hakala', ready: 'tbody tr' },
  {
    name: 'handle-reallocation-decision',
    path: `${practice}/reallocation`,
    as: 'eero.hakala',
    ready: '.panel button',
  },
];

export function auditStops(caseId: string): readonly Stop[] {
  return [
    { name: 'handle-auditor', path: '/handle', as: 'sirpa.niemi', ready: '.entry' },
    { name: 'handle-log', path: `${practice}/log`, as: 'sirpa.niemi', ready: '.timeline li' },
    {
      name: 'handle-case-log',
      path: `/handle/cases/${caseId}/log`,
      as: 'sirpa.niemi',
      ready: '.timeline li',
    },
  ];
}

export const removalStops: readonly Stop[] = [
  {
    name: 'handle-removals',
    path: '/handle/removals',
    as: 'henrik.sund',
    ready: '.card',
    before: async (page) => {
      for (const summary of await page.locator('.card summary').all()) await summary.click();
    },
  },
];

async function checkFile(page: Page, text: string, ready: string): Promise<void> {
  await page.locator('.code').fill(text);
  await orTell(page, page.getByRole('button', { name: 'Kontrollera' }).click());
  await orTell(page, page.locator(ready).waitFor());
}
