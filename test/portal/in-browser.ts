import { existsSync } from 'node:fs';
import { browserPath } from './stage.ts';

/** Tests in a browser; where there is none they are told as skipped. */
export const inBrowser = existsSync(browserPath) ? describe : describe.skip;
