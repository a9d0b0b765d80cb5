import type { SFNClient } from '@aws-sdk/client-sfn';
import type { SignedIn } from '../../domain/access/relations.ts';
import type { Actor } from '../../domain/log/event.ts';
import { municipalityOf } from '../../domain/register/register.ts';
import type { Tie, TiesDeclared } from '../../domain/round/ties.ts';
import { taskIdOf } from '../../domain/task/task.ts';
import { listCases, readCase } from '../../store/cases.ts';
import { commandRound } from '../../store/rounds.ts';
import type { Table } from '../../store/table.ts';
import type { Language } from '../../texts/language.ts';
import { type Answer, conflict } from '../answer.ts';
import { answerTask } from './answer-task.ts';
import { casesToConsider, type Subject } from './subject.ts';

/**
 * The cases of a call as far as an official must know them to say whether a ground of disqualification bars them: who
 * applies and with whom, and nothing of the matter; with what they have said before.
 */
export async function tiesPage(
  table: Table,
  { username }: SignedIn,
  { round }: Pick<Subject, 'round'>,
  language: Language,
): Promise<Answer> {
  const listings = await listCases(table, round.callId);
  const considerable = casesToConsider(listings);
  const { considered = [], barred = [] } = round.state.ties[username] ?? {};
  const nameOf = (code: string) => municipalityOf(code)?.name[language === 'fi' ? 'fi' : 'sv'] ?? code;
  const cases = listings
    .filter(({ caseId }) => considerable.includes(caseId))
    .map(({ caseId, number, businessId, applicantName, municipalities = [] }) => ({
      caseId,
      number,
      businessId,
      applicantName,
      municipalities: municipalities.map(nameOf),
      isConsidered: considered.includes(caseId),
      isBarred: barred.includes(caseId),
    }));
  return { status: 200, document: { cases } };
}

/**
 * Puts an official's declaration on the call's log. Where they were asked already to score a case that a tie bars them from,
 * they are replaced at once (Administrative Procedure Act § 30). Repeating it finishes what was cut off.
 */
export async function declareTies(
  { table, workflows }: { readonly table: Table; readonly workflows: SFNClient },
  callId: string,
  { commandId, ...declaration }: TiesDeclared['data'] & { readonly commandId: string },
  actor: Actor,
): Promise<Answer> {
  const command = { type: 'declare-ties', ...declaration } as const;
  const outcome = await commandRound(table, callId, command, { actor, commandId });
  if (outcome.kind === 'refused') return conflict(outcome.refusal);
  const { considered, ties } = declaration;
  for (const tie of ties) await giveUpScoring({ table, workflows }, callId, tie, actor);
  return {
    status: 201,
    document: { considered: considered.length, ties: ties.length, at: outcome.event.at },
  };
}

/** Answers the task to score a case, if one waits for the person, by declaring the disqualification. */
async function giveUpScoring(
  means: { readonly table: Table; readonly workflows: SFNClient },
  callId: string,
  { caseId, ground }: Tie,
  actor: Actor,
): Promise<void> {
  const username = actor.kind === 'official' ? actor.username : '';
  const { evaluators } = (await readCase(means.table, caseId)).state;
  const asked = evaluators.find((one) => one.username === username && one.standing === 'asked');
  if (!asked) return;
  const task = { kind: 'score-case', callId, caseId, about: username } as const;
  const answer = { kind: 'declare-disqualification', ground } as const;
  await answerTask(means, { ...task, id: taskIdOf(task) }, answer, actor);
}
