import * as z from 'zod/mini';
import { taskKinds } from '../../domain/task/task.ts';
import { callId, instant, opaqueId } from '../fields.ts';
import { caseNumber, id, next } from './shared.ts';

export const taskKind = z.enum(taskKinds);

export const task = z.strictObject({
  id,
  kind: taskKind,
  callId,
  caseId: z.optional(opaqueId),
  caseNumber: z.optional(caseNumber),
  /** An evaluator's user name, a plan's or a batch's digest, the key of a message. */
  about: z.optional(z.string()),
  /** Who decided or prepared what it is about. */
  barred: z.optional(z.array(z.string())),
  openedAt: instant,
  deadline: instant,
});

export const shownTask = z.strictObject({ ...task.shape, done: z.boolean() });

/** The open tasks of a call that are for the reader. */
export const tasksOfCall = z.strictObject({ tasks: z.array(task), next });

/** The reader's open tasks over all calls, the earliest deadline first. */
export const taskList = z.strictObject({
  tasks: z.array(
    z.strictObject({
      ...task.shape,
      callName: z.string(),
      applicantName: z.optional(z.string()),
      title: z.optional(z.string()),
      /** The reader has to declare their ties to the call's applicants before they can open what it is about. */
      awaitsTies: z.boolean(),
    }),
  ),
  total: z.int(),
  next,
});
