import type { Application } from '../../domain/application/application.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { assessJudgedCosts } from '../../domain/eligibility/judged-costs.ts';
import { municipalityOf } from '../../domain/register/register.ts';
import type { Bucket } from '../../store/files.ts';
import type { Language } from '../../texts/language.ts';
import { requirementsOf } from '../../texts/requirements.ts';
import { arrivalsOf } from '../case-versions.ts';
import { readApplication } from '../submission.ts';
import type { Subject } from './subject.ts';

/**
 * All that an official may see of a case: the application as it is handled now, the rules with their reasons in the
 * reader's language, who takes part, what it costs, and the evaluations.
 *
 * @param visible the case without what the reader must not see
 */
export async function casePage(
  bucket: Bucket,
  { case: { caseId, events }, round }: Pick<Subject, 'case' | 'round'>,
  visible: CaseState,
  language: Language,
): Promise<object> {
  const { call, officials } = round.published;
  const version = visible.current?.version;
  const application = version ? await readApplication(bucket, { caseId, version }) : undefined;
  const readable = application && 'value' in application ? application.value : undefined;
  return {
    ...visible,
    caseId,
    callName: call.name[language],
    application,
    arrivals: arrivalsOf(events),
    requirements: requirementsOf(visible, call, language),
    criteria: call.evaluation.criteria.map(({ id, name, weight, best }) => ({
      id,
      name: name[language],
      weight,
      best,
    })),
    officialNames: officials.names,
    ...(readable
      ? {
          participants: participantsOf(readable, language),
          costs: assessJudgedCosts(readable, call.costs, visible.judgements),
        }
      : {}),
  };
}

/** The municipalities of a project by their names: the applicant's own first. */
function participantsOf({ applicant, participants }: Application, language: Language) {
  const nameOf = (code: string) => municipalityOf(code)?.name[language === 'fi' ? 'fi' : 'sv'];
  const own = applicant.municipality
    ? [{ municipality: applicant.municipality, name: nameOf(applicant.municipality), applies: true }]
    : [];
  const others = participants.map((participant) => ({
    ...participant,
    name: nameOf(participant.municipality),
    applies: false,
  }));
  return [...own, ...others];
}
