import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  INSTRUMENTER_CONSTANTS,
  type InstrumenterContext,
  type StrykerOptions,
} from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { expect } from 'expect';
import fc from 'fast-check';
import { describe, getState, test } from 'jest-circus';

type Block = ReturnType<typeof getState>['rootDescribeBlock']['children'][number];

/** A test of jest's, and how long it took when it last passed, in milliseconds. */
interface Loaded {
  readonly id: string;
  readonly file: string;
  readonly run: () => unknown;
  lastTook: number;
}

/**
 * Runs jest's tests of the domain for Stryker, in one process that loads them once. Jest itself would load every test file anew
 * for each mutant, which takes seconds where the tests take milliseconds. It can be so because the domain is pure, and its tests
 * need neither hooks nor mocks and leave nothing behind. The quickest test of a mutant goes first, and the first to fail ends it.
 * That test must then pass without the mutant: where it does not, a mutant has left something behind, and Stryker, to whom that is an
 * error, tries the mutant again in a fresh process.
 */
class WarmTestRunner implements TestRunner {
  static inject = tokens(commonTokens.options);
  readonly #patterns: readonly string[];
  readonly #tests = new Map<string, Loaded>();
  /** What the code that Stryker changed reads, to know which mutant it is to be, and writes. */
  readonly #context: InstrumenterContext;
  #isFresh = true;
  #isSpoilt = false;

  constructor({ testFiles }: Pick<StrykerOptions, 'testFiles'>) {
    this.#patterns = testFiles;
    const world = globalThis as { [INSTRUMENTER_CONSTANTS.NAMESPACE]?: InstrumenterContext };
    this.#context = world[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async dryRun({ files = [] }: Pick<DryRunOptions, 'files'>): Promise<DryRunResult> {
    for (const file of files) await import(pathToFileURL(resolve(file)).href);
    // What only a test's fixture runs, outside any test, no test runs.
    const atLoad = { ...this.#context.mutantCoverage?.static };
    await this.#load();
    const tests: TestResult[] = [];
    for (const loaded of this.#tests.values()) tests.push(await this.#resultOf(loaded));
    const { perTest = {} } = this.#context.mutantCoverage ?? {};
    // What runs when its file is loaded and in tests as well is tried in those tests, so nothing need be loaded anew for it.
    for (const covered of Object.values(perTest))
      for (const mutant of Object.keys(covered)) delete atLoad[mutant];
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { static: atLoad, perTest } };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    if (this.#isSpoilt) throw new Error('a mutant before this one has left something behind');
    const { activeMutant, mutantActivation, testFilter, hitLimit, disableBail } = options;
    if (mutantActivation === 'static') this.#context.activeMutant = activeMutant.id;
    await this.#load();
    Object.assign(this.#context, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const wanted = testFilter?.map((id) => this.#testOf(id)) ?? [...this.#tests.values()];
    const tests: TestResult[] = [];
    let failed: Loaded | undefined;
    for (const loaded of wanted.toSorted((a, b) => a.lastTook - b.lastTook)) {
      const result = await this.#resultOf(loaded);
      tests.push(result);
      if (result.status === TestStatus.Failed) failed ??= loaded;
      if (failed && !disableBail) break;
    }
    this.#context.activeMutant = undefined;
    if (failed) await this.#expectToPass(failed);
    this.#isFresh = false;
    const endless = determineHitLimitReached(this.#context.hitCount, hitLimit);
    return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests }, disableBail);
  }

  async #expectToPass(loaded: Loaded): Promise<void> {
    const { status } = await this.#resultOf(loaded);
    this.#isSpoilt = status === TestStatus.Failed;
    if (this.#isSpoilt && !this.#isFresh) throw new Error(`${loaded.id} fails without a mutant by now`);
  }

  async #load(): Promise<void> {
    if (this.#tests.size > 0) return;
    Object.assign(globalThis, { describe, test, expect });
    // The same cases for every mutant, and none sought that is simpler than the first that fails. A property that has held for
    // so long, in milliseconds, is taken to hold: the longest would take a minute for each mutant that it does not notice.
    fc.configureGlobal({ seed: 1, endOnFailure: true, interruptAfterTimeLimit: 150 });
    for (const file of globSync(this.#patterns).toSorted()) {
      const { children } = getState().rootDescribeBlock;
      const before = children.length;
      await import(pathToFileURL(resolve(file)).href);
      for (const block of children.slice(before)) this.#collect(block, file, '');
    }
  }

  #collect(block: Block, file: string, within: string): void {
    const name = `${within}${block.name}`;
    if (block.type === 'describeBlock') {
      if (block.hooks.length > 0) throw new Error(`${file} has hooks, which are not run here`);
      for (const inner of block.children) this.#collect(inner, file, `${name} `);
    } else {
      let id = `${file} ${name}`;
      // Rows of a table may share their name.
      while (this.#tests.has(id)) id += ' again';
      this.#tests.set(id, { id, file: resolve(file), run: block.fn as () => unknown, lastTook: 0 });
    }
  }

  #testOf(id: string): Loaded {
    const loaded = this.#tests.get(id);
    if (!loaded) throw new Error(`there is no test ${id} any more`);
    return loaded;
  }

  async #resultOf(loaded: Loaded): Promise<TestResult> {
    const { id, file: fileName } = loaded;
    this.#context.currentTestId = id;
    const start = performance.now();
    const result = { id, name: id, fileName };
    try {
      await loaded.run();
      loaded.lastTook = performance.now() - start;
      return { ...result, status: TestStatus.Success, timeSpentMs: loaded.lastTook };
    } catch (error) {
      const timeSpentMs = performance.now() - start;
      return { ...result, status: TestStatus.Failed, failureMessage: String(error), timeSpentMs };
    } finally {
      this.#context.currentTestId = undefined;
    }
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'warm', WarmTestRunner)];
