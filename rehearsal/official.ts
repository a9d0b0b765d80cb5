import { createHash } from 'node:crypto';
import pMap from 'p-map';
import type { Call } from '../domain/call/call.ts';
import type { Finding } from '../domain/eligibility/rule.ts';
import type { ApiClient } from './api-client.ts';
import type { Entrant } from './applications/entrants.ts';
import { judgedUnmet } from './applications/flaws.ts';
import { declareTies } from './declare-ties.ts';
import { reasonFor } from './judgement-reasons.ts';

/** A task as its official sees it. */
interface Task {
  readonly id: string;
  readonly kind: string;
  readonly about?: string;
  readonly caseId?: string;
}

/** One of the crew that handles a call: reads the case and answers the task, as a person would through the API. */
export class Official {
  readonly username: string;
  readonly #client: ApiClient;
  readonly #call: Call;
  readonly #entrants: ReadonlyMap<string, Entrant>;
  readonly #relatedTo: string | undefined;
  #hasDeclared = false;

  /** `relatedTo` is the business id of an applicant with which the official has ties that disqualify. */
  constructor(
    username: string,
    client: ApiClient,
    call: Call,
    entrants: ReadonlyMap<string, Entrant>,
    relatedTo?: string,
  ) {
    this.username = username;
    this.#client = client;
    this.#call = call;
    this.#entrants = entrants;
    this.#relatedTo = relatedTo;
  }

  /** Answers every open task, some at a time, having declared their ties when the first came. Returns how many. */
  async work(done: (kind: string) => void): Promise<number> {
    if ((await this.#tasks()).length === 0) return 0;
    await this.#declareTies();
    const tasks = await this.#tasks();
    await pMap(
      tasks,
      async (task) => {
        await this.#client.post(`/tasks/${task.id}/answer`, await this.#answer(task));
        done(task.kind);
      },
      { concurrency: 3 },
    );
    return tasks.length;
  }

  async #tasks(): Promise<readonly Task[]> {
    return (await this.#client.get<{ tasks: Task[] }>(`/calls/${this.#call.id}/tasks`)).tasks;
  }

  async #declareTies(): Promise<void> {
    if (this.#hasDeclared) return;
    const entrants = [...this.#entrants.values()];
    await declareTies(this.#client, this.#call.id, ({ businessId }) => {
      const own = entrants.find(({ application }) => application.applicant.businessId === businessId);
      return own && businessId === this.#relatedTo ? grounds[own.application.language] : undefined;
    });
    this.#hasDeclared = true;
  }

  async #answer({ kind, about, caseId }: Task): Promise<object> {
    if (kind === 'approve-plan') return { kind, plan: about, approve: true };
    if (kind === 'approve-drafts') return { kind, batch: about, approve: true };
    const view = await this.#client.get<CaseView>(`/cases/${caseId}`);
    const entrant = this.#entrants.get(keyOf(view));
    if (!entrant) throw new Error(`nobody knows the application of ${view.current.summary.applicantName}`);
    if (kind === 'consider-disagreement') return considered(entrant);
    if (kind === 'confirm-screening') return { kind, judgements: judgementsOn(view.findings, entrant) };
    return { kind, scores: scoresFor(entrant, this.#call, this.username) };
  }
}

interface CaseView {
  readonly businessId: string;
  readonly findings: readonly Finding[];
  readonly current: { readonly summary: { readonly title: string; readonly applicantName: string } };
}

/** What tells the entrants apart for the people who read their applications. */
export function keyOf({ businessId, current }: CaseView): string {
  return `${businessId} ${current.summary.title}`;
}

const grounds = {
  sv: 'Jag var anställd hos sökanden till och med förra året.',
  fi: 'Olin hakijan palveluksessa viime vuoteen saakka.',
};

/** What the presenter says of each finding that a person must judge, having read the application. */
function judgementsOn(findings: readonly Finding[], { flaw, application: { language } }: Entrant) {
  return findings
    .filter(({ outcome }) => outcome === 'judgement')
    .map(({ rule, subject }) => {
      const met = !(flaw && judgedUnmet.includes(flaw));
      return { rule, subject, met, reason: reasonFor(rule, met)[language] };
    });
}

/** Where evaluators are far apart, the presenter asks one more, or sees why and lets the points stand. */
function considered({ flaw, application: { language } }: Entrant): object {
  const another = flaw === 'divides opinions';
  return {
    kind: 'consider-disagreement',
    another,
    reason: considerations[another ? 'another' : 'stands'][language],
  };
}

const considerations = {
  another: {
    sv: 'Bedömarna har förstått projektets omfattning olika; en tredje bedömning behövs.',
    fi: 'Arvioijat ovat ymmärtäneet hankkeen laajuuden eri tavoin; tarvitaan kolmas arvio.',
  },
  stands: {
    sv: 'Bedömarna vägde samma uppgifter olika; båda motiveringarna är hållbara.',
    fi: 'Arvioijat painottivat samoja tietoja eri tavoin; molemmat perustelut ovat kestäviä.',
  },
};

/** Scores around the application's quality; each evaluator differs a little, in the same way every time. */
function scoresFor({ quality, application, flaw }: Entrant, { evaluation }: Call, username: string) {
  return evaluation.criteria.map(({ id, best }) => {
    const opinion = fractionOf(
      `${username} ${application.applicant.businessId} ${application.project.title} ${id}`,
    );
    const sober = Math.min(best, Math.max(0, Math.round(best * quality + (opinion - 0.5) * 1.6)));
    const score = flaw === 'divides opinions' ? (dividedScores[username]?.(best) ?? sober) : sober;
    return { criterion: id, score, justification: justifications[application.language](score / best) };
  });
}

/** Two evaluators who see the same application in opposite ways. */
const dividedScores: Readonly<Record<string, (best: number) => number>> = {
  'johanna.nyberg': (best) => best,
  'mikael.salo': () => 1,
};

const justifications = {
  sv: (share: number) =>
    share > 0.7
      ? 'Väl beskrivet, konkret och användbart för andra kommuner.'
      : share > 0.4
        ? 'Tillräckligt beskrivet, men verkningarna är delvis oklara.'
        : 'Beskrivningen är knapp och verkningarna visas inte.',
  fi: (share: number) =>
    share > 0.7
      ? 'Hyvin kuvattu, konkreettinen ja muille kunnille käyttökelpoinen.'
      : share > 0.4
        ? 'Riittävästi kuvattu, mutta vaikutukset ovat osin epäselviä.'
        : 'Kuvaus on niukka eikä vaikutuksia osoiteta.',
};

/** A number in [0, 1) that a text always gives. */
function fractionOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}
