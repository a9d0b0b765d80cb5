import type { Frame } from './frames.ts';
import type { Transaction } from './transaction.ts';

/**
 * What running a state came to: the change it makes to the frame, once, in a transaction. It is dropped
 * when the frame has changed in the meantime, so it must do nothing outside the transaction.
 */
export type Step = (t: Transaction, frame: Frame) => void;
