import * as z from 'zod/mini';
import { opaqueId, username } from '../../contract/fields.ts';
import { readCaseAndCall } from '../../store/case-and-call.ts';
import { commandCase } from '../../store/cases.ts';
import { settingsTable } from '../settings.ts';
import { accepted, orderOf, step } from '../step.ts';

const table = settingsTable();

/** Puts another evaluator in the place of one who is disqualified, and says whom. */
export const handler = step(
  z.object({ caseId: opaqueId, evaluator: username }),
  async ({ caseId, evaluator }) => {
    const { published } = await readCaseAndCall(table, caseId);
    const command = { type: 'replace-evaluator', evaluator, officials: published.officials } as const;
    const { event } = accepted(
      await commandCase(table, caseId, command, orderOf('replace-evaluator', evaluator)),
    );
    if (event.type !== 'evaluator-replaced') throw new Error(`${event.type} is no replacement`);
    return { evaluator: event.data.replacement };
  },
);
