import type { SignedIn } from '../../domain/access/relations.ts';
import type { Actor } from '../../domain/log/event.ts';
import { municipalityOf } from '../../domain/register/register.ts';
import type { TiesDeclared } from '../../domain/round/ties.ts';
import { listCases } from '../../store/cases.ts';
import { commandRound } from '../../store/rounds.ts';
import type { Table } from '../../store/table.ts';
import type { Language } from '../../texts/language.ts';
import { type Answer, conflict } from '../answer.ts';
import type { Subject } from './subject.ts';

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
  const listings = (await listCases(table, round.callId)).filter(({ number }) => number !== undefined);
  const { considered = [], barred = [] } = round.state.ties[username] ?? {};
  const nameOf = (code: string) => municipalityOf(code)?.name[language === 'fi' ? 'fi' : 'sv'] ?? code;
  const cases = listings.map(({ caseId, number, applicantName, municipalities = [] }) => ({
    caseId,
    number,
    applicantName,
    municipalities: municipalities.map(nameOf),
    isConsidered: considered.includes(caseId),
    isBarred: barred.includes(caseId),
  }));
  return { status: 200, document: { cases } };
}

/** Puts an official's declaration on the call's log. */
export async function declareTies(
  table: Table,
  callId: string,
  { commandId, ...declaration }: TiesDeclared['data'] & { readonly commandId: string },
  actor: Actor,
): Promise<Answer> {
  const command = { type: 'declare-ties', ...declaration } as const;
  const outcome = await commandRound(table, callId, command, { actor, commandId });
  if (outcome.kind === 'refused') return conflict(outcome.refusal);
  const { considered, ties } = declaration;
  return {
    status: 201,
    document: { considered: considered.length, ties: ties.length, at: outcome.event.at },
  };
}
