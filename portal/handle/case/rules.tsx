import type { Outcome } from '../../../domain/eligibility/rule.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import type { CasePage } from '../../api/official.ts';
import { Badge, type Tone } from '../../frame/badge.tsx';
import { Cited } from '../../frame/cited.tsx';
import { WideTable } from '../../frame/wide-table.tsx';
import { useTexts } from '../../language/language.tsx';

const tones: Readonly<Record<Outcome, Tone>> = {
  met: 'good',
  notMet: 'bad',
  missing: 'warning',
  judgement: 'active',
};

/** What every rule found, with its reason and the sentence it rests on; a person's word stands over the machine's. */
export function Rules({ view: { requirements } }: { view: CasePage }) {
  const t = useTexts(handleTexts);
  const words = { met: t.ruleMet, notMet: t.ruleNotMet, missing: t.ruleMissing, judgement: t.ruleJudgement };
  if (requirements.length === 0) return null;
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{t.rules}</h2>
      <WideTable caption={t.rules} hideCaption>
        <thead>
          <tr>
            <th scope="col">{t.requirement}</th>
            <th scope="col">{t.finding}</th>
            <th scope="col">{t.why}</th>
          </tr>
        </thead>
        <tbody>
          {requirements.map(({ rule, subject = '', requirement, outcome, reason, judgement, sentence }) => {
            const found = judgement ? (judgement.met ? 'met' : 'notMet') : outcome;
            return (
              <tr key={rule + subject}>
                <th scope="row">{requirement}</th>
                <td>
                  <Badge tone={tones[found]}>{words[found]}</Badge>
                </td>
                <td>
                  {judgement?.reason ?? reason} <Cited source={sentence.source} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </WideTable>
    </section>
  );
}
