import type { Application, CostItem } from '../application/application.ts';
import { assessCosts, type CostAssessment } from '../application/costs.ts';
import type { CostRule } from '../call/call.ts';
import type { Judgement } from './screening.ts';

/**
 * Assesses the costs as the presenter judged them: kinds found not to be necessary, and internal charges found not
 * to rest on actual costs, fall away.
 */
export function assessJudgedCosts(
  application: Application,
  rule: CostRule,
  judgements: readonly Judgement[],
): CostAssessment {
  const declined = judgements.filter(({ met }) => !met);
  const isDeclined = ({ category, internal }: CostItem) =>
    declined.some(
      ({ rule: id, subject }) =>
        (id === 'costs-necessary' && subject === category) ||
        (id === 'internal-charges-actual' && internal === true),
    );
  return assessCosts(application, rule, isDeclined);
}
