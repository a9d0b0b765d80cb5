import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Asking } from '../../contract/client.ts';
import type { DraftDocument } from '../../domain/draft/draft.ts';
import type { DraftView } from '../../portal/api/applicant.ts';
import { type Api, Refusal, Unreachable } from '../../portal/api/client.ts';
import { DraftKeeper } from '../../portal/apply/draft/keeper.ts';

const titled = (title: string, summary = ''): DraftDocument => ({ project: { title, summary } });

/** The service's side of one draft: a revision for each saving, refused where it names an older one. */
class Service {
  document = titled('');
  revision = 1;
  savedBy = 'Karin';
  /** What the next answers are instead. */
  failures: Error[] = [];
  /** Savings that have come and are not answered before this is. */
  gate: Promise<void> = Promise.resolve();
  saved: DraftDocument[] = [];

  readonly api = (async (_key: string, { body, revision }: Asking<'PUT /drafts/{draftId}'>) => {
    await this.gate;
    const failure = this.failures.shift();
    if (failure) throw failure;
    if (revision !== this.revision) {
      throw new Refusal({ type: 'urn:anslag:changed-meanwhile', title: '', status: 412, current: this.view });
    }
    this.revision += 1;
    this.document = body.document;
    this.saved.push(this.document);
    return { revision: this.revision, savedAt: '2022-08-01T06:00:00.000Z', savedBy: 'Karin' };
  }) as Api;

  get view(): DraftView {
    const { document, revision, savedBy } = this;
    return { draftId: 'd', document, revision, savedBy, savedAt: '2022-08-01T06:00:00.000Z' } as DraftView;
  }

  /** Somebody else saves. */
  change(document: DraftDocument): void {
    this.document = document;
    this.revision += 1;
    this.savedBy = 'Björn';
  }
}

describe('what keeps a draft', () => {
  let service: Service;
  let keeper: DraftKeeper;

  beforeEach(() => {
    const kept = new Map<string, string>();
    Object.assign(globalThis, {
      localStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => kept.set(key, value),
        removeItem: (key: string) => kept.delete(key),
      },
    });
    jest.useFakeTimers();
    service = new Service();
    keeper = new DraftKeeper(service.api, service.view, () => undefined);
  });

  afterEach(() => {
    keeper.stop();
    jest.useRealTimers();
    Reflect.deleteProperty(globalThis, 'localStorage');
  });

  test('saves once after a pause in the writing', async () => {
    keeper.change(titled('B'));
    keeper.change(titled('Be'));
    keeper.change(titled('Begrepp'));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(service.saved).toEqual([titled('Begrepp')]);
    expect(keeper.standing.kind).toBe('saved');
  });

  test('flushes also what was written while an earlier saving was on its way', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    service.gate = promise;
    keeper.change(titled('Begrepp'));
    await jest.advanceTimersByTimeAsync(1_000);
    keeper.change(titled('Gemensamma begrepp'));
    const flushed = keeper.flush();
    resolve();
    await flushed;
    expect(service.document).toEqual(titled('Gemensamma begrepp'));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(service.saved).toHaveLength(2);
  });

  test('flushes what it put together with another’s words, so that a check sees both', async () => {
    service.change(titled('', 'Björns sammandrag'));
    keeper.change(titled('Begrepp'));
    await keeper.flush();
    expect(service.document).toEqual(titled('Begrepp', 'Björns sammandrag'));
    expect(keeper.standing.kind).toBe('saved');
  });

  test('says why a flush could not save, keeps the words here, and saves them later', async () => {
    service.failures = [new Unreachable()];
    keeper.change(titled('Begrepp'));
    await expect(keeper.flush()).rejects.toBeInstanceOf(Unreachable);
    expect(keeper.standing.kind).toBe('kept-here');
    const reloaded = new DraftKeeper(service.api, service.view, () => undefined);
    expect(reloaded.document).toEqual(titled('Begrepp'));
    reloaded.stop();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(service.document).toEqual(titled('Begrepp'));
  });

  test('saves nothing over another’s words before a person has chosen, however long that takes', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    service.gate = promise;
    service.change(titled('Björns namn'));
    keeper.change(titled('Karins namn'));
    await jest.advanceTimersByTimeAsync(1_000);
    keeper.change(titled('Karins namn', 'mer'));
    resolve();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(keeper.standing).toMatchObject({ kind: 'conflict', by: 'Björn' });
    expect(service.document).toEqual(titled('Björns namn'));

    keeper.settle(titled('Karins namn', 'mer'));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(service.document).toEqual(titled('Karins namn', 'mer'));
    expect(keeper.standing.kind).toBe('saved');
  });
});
