import { explainRule } from '../../texts/allocation-rule.ts';
import { callWords } from '../../texts/call-words.ts';
import { costCategoryNames } from '../../texts/cost-names.ts';
import { formatDate, formatEuros, formatInstant } from '../../texts/format.ts';
import { publicTexts } from '../../texts/portal/public.ts';
import type { PublicCall } from '../api/public.ts';
import { CitedInCall } from '../frame/cited.tsx';
import { Facts } from '../frame/facts.tsx';
import { WideTable } from '../frame/wide-table.tsx';
import { useLanguage, useTexts } from '../language/language.tsx';

/** A call as it is announced. */
type Announced = Omit<PublicCall, 'seedCommitment' | 'stage'>;

/** All that a call says, whether it is published or only about to be. */
export function CallTerms({ call }: { call: Announced }) {
  const { language } = useLanguage();
  const t = useTexts(publicTexts);
  const words = callWords[language];
  return (
    <div className="terms">
      <section aria-labelledby="facts">
        <h2 id="facts">{t.facts}</h2>
        <Facts
          facts={[
            [words.money, formatEuros(call.appropriation.cents, language)],
            [
              words.window,
              `${formatInstant(call.opensAt, language)} – ${formatInstant(call.closesAt, language)}`,
            ],
            [
              words.applicants,
              `${call.applicants.kinds.map((kind) => words.kinds[kind]).join(', ')}; ${words.atLeast(call.applicants.minimumMunicipalities)}`,
            ],
            [words.costs, words.share(call.costs.maximumSharePercent)],
            [words.grant, words.periodEnds(formatDate(call.grant.periodEnds))],
          ]}
        />
      </section>
      <Rules call={call} />
      <Criteria call={call} />
      <Terms call={call} />
    </div>
  );
}

function Rules({ call }: { call: Announced }) {
  const { language } = useLanguage();
  const words = callWords[language];
  return (
    <>
      {call.themes.length > 0 && (
        <section aria-labelledby="themes">
          <h2 id="themes">{words.themes}</h2>
          <ul>
            {call.themes.map(({ id, name }) => (
              <li key={id}>{name[language]}</li>
            ))}
          </ul>
        </section>
      )}
      {call.exclusions.length > 0 && (
        <section aria-labelledby="exclusions">
          <h2 id="exclusions">{words.exclusions}</h2>
          <ul>
            {call.exclusions.map(({ id, name, sentence }) => (
              <li key={id}>
                {name[language]} <CitedInCall source={sentence.source} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="costs">
        <h2 id="costs">{words.costs}</h2>
        <p>
          {words.share(call.costs.maximumSharePercent)} <CitedInCall source={call.costs.sentence.source} />
        </p>
        <ul>
          {call.costs.eligible.map((category) => (
            <li key={category}>
              {call.costs.onlyIfNecessary.includes(category)
                ? words.onlyIfNecessary(costCategoryNames[category][language])
                : costCategoryNames[category][language]}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="parts">
        <h2 id="parts">{words.parts}</h2>
        <ul>
          {call.requiredParts.map(({ id, name, sentence }) => (
            <li key={id}>
              {name[language]} <CitedInCall source={sentence.source} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Criteria({ call }: { call: Announced }) {
  const { evaluation, completionDays } = call;
  const { language } = useLanguage();
  const words = callWords[language];
  return (
    <section aria-labelledby="criteria">
      <h2 id="criteria">{words.criteria}</h2>
      <WideTable caption={words.criteria} hideCaption>
        <thead>
          <tr>
            <th scope="col">{words.criterion}</th>
            <th scope="col" className="number">
              {words.weight}
            </th>
            <th scope="col" className="number">
              {words.scale}
            </th>
          </tr>
        </thead>
        <tbody>
          {evaluation.criteria.map(({ id, name, weight, best }) => (
            <tr key={id}>
              <th scope="row">{name[language]}</th>
              <td className="number">{weight}</td>
              <td className="number">0–{best}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <ul>
        <li>{words.evaluators(evaluation.evaluatorsPerCase, evaluation.days)}</li>
        <li>{words.disagreement(evaluation.disagreementPoints)}</li>
        <li>{words.completion(completionDays)}</li>
        {explainRule(call, language).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function Terms({ call: { grant } }: { call: Announced }) {
  const { language } = useLanguage();
  const t = useTexts(publicTexts);
  return (
    <section aria-labelledby="terms">
      <h2 id="terms">{t.conditions}</h2>
      <ul>
        {grant.conditions.map(({ text, source }) => (
          <li key={text.sv}>
            {text[language]} <CitedInCall source={source} />
          </li>
        ))}
      </ul>
      <h3>{t.reporting}</h3>
      <p>{callWords[language].reportDue(formatDate(grant.reportDue))}</p>
      <ul>
        {grant.reporting.map(({ text, source }) => (
          <li key={text.sv}>
            {text[language]} <CitedInCall source={source} />
          </li>
        ))}
      </ul>
    </section>
  );
}
