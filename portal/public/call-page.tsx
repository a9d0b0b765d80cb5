import { useNavigate, useParams } from 'react-router';
import { Button } from 'suomifi-ui-components';
import { callWords } from '../../texts/call-words.ts';
import { costCategoryNames } from '../../texts/cost-names.ts';
import { formatDate, formatEuros, formatInstant } from '../../texts/format.ts';
import { publicTexts } from '../../texts/portal/public.ts';
import { type PublicCall, stageOf, useCall } from '../api/public.ts';
import { usePortal } from '../api/use-api.tsx';
import { Facts } from '../frame/facts.tsx';
import { Loaded } from '../frame/loaded.tsx';
import { Page } from '../frame/page.tsx';
import { WideTable } from '../frame/wide-table.tsx';
import { useLanguage, useTexts } from '../language/language.tsx';
import { StageBadge, WindowText } from './home.tsx';

/** One call with its rules, criteria and documents; nobody needs to sign in to read them. */
export default function CallPage() {
  const { callId = '' } = useParams();
  return <Loaded query={useCall(callId)}>{(call) => <CallRules call={call} />}</Loaded>;
}

function CallRules({ call }: { call: PublicCall }) {
  const { language } = useLanguage();
  const t = useTexts(publicTexts);
  const words = callWords[language];
  return (
    <Page
      title={call.name[language]}
      kicker={
        <>
          {t.callKicker} <StageBadge call={call} />
        </>
      }
      lead={call.purpose[language]}
      path={[{ to: '/', text: t.homeTitle }]}
    >
      <Entry call={call} />
      <section aria-labelledby="facts">
        <h2 id="facts">{t.facts}</h2>
        <Facts
          facts={[
            [words.money, formatEuros(call.appropriation.cents, language)],
            [
              words.window,
              `${formatInstant(call.opensAt, language)} – ${formatInstant(call.closesAt, language)}`,
            ],
            [words.applicants, call.applicants.kinds.map((kind) => words.kinds[kind]).join(', ')],
            [words.costs, words.share(call.costs.maximumSharePercent)],
            [words.grant, words.periodEnds(formatDate(call.grant.periodEnds))],
          ]}
        />
        <p>{words.atLeast(call.applicants.minimumMunicipalities)}.</p>
      </section>
      <Rules call={call} />
      <Criteria call={call} />
      <Terms call={call} />
      <Documents call={call} />
    </Page>
  );
}

function Entry({ call }: { call: PublicCall }) {
  const t = useTexts(publicTexts);
  const navigate = useNavigate();
  const stage = stageOf(call);
  return (
    <div className="entry">
      <p>
        <strong>
          <WindowText call={call} />
        </strong>
      </p>
      {stage === 'open' && (
        <>
          <Button onClick={() => navigate(`/apply/calls/${call.id}`)}>{t.apply}</Button>
          <p className="note">{t.applyNote}</p>
        </>
      )}
      {stage === 'decided' && (
        <Button onClick={() => navigate(`/calls/${call.id}/results`)}>{t.seeResults}</Button>
      )}
    </div>
  );
}

function Rules({ call }: { call: PublicCall }) {
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
                {name[language]} <cite>{sentence.source}</cite>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="costs">
        <h2 id="costs">{words.costs}</h2>
        <p>
          {words.share(call.costs.maximumSharePercent)} <cite>{call.costs.sentence.source}</cite>
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
              {name[language]} <cite>{sentence.source}</cite>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Criteria({ call: { evaluation, allocation, completionDays } }: { call: PublicCall }) {
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
        {allocation.policy === 'rank' && <li>{words.modes[allocation.mode]}</li>}
        <li>{words.threshold(allocation.thresholdPoints)}</li>
        <li>{words.minimum(allocation.minimumPercent)}</li>
      </ul>
    </section>
  );
}

function Terms({ call: { grant } }: { call: PublicCall }) {
  const { language } = useLanguage();
  const t = useTexts(publicTexts);
  return (
    <section aria-labelledby="terms">
      <h2 id="terms">{t.conditions}</h2>
      <ul>
        {grant.conditions.map(({ text, source }) => (
          <li key={text.sv}>
            {text[language]} <cite>{source}</cite>
          </li>
        ))}
      </ul>
      <h3>{t.reporting}</h3>
      <p>{callWords[language].reportDue(formatDate(grant.reportDue))}</p>
      <ul>
        {grant.reporting.map(({ text, source }) => (
          <li key={text.sv}>
            {text[language]} <cite>{source}</cite>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Documents({ call }: { call: PublicCall }) {
  const t = useTexts(publicTexts);
  const { api } = usePortal().configuration;
  const { contact } = call.authority;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{t.documents}</h2>
      <ul>
        <li>
          <a href={`${api}/calls/${call.id}/announcement`}>{t.announcementDocument}</a>
        </li>
        <li>
          <a href={`${api}/calls/${call.id}`}>{t.callDocument}</a>
        </li>
      </ul>
      <p>
        {t.commitment} <code className="digest">{call.seedCommitment}</code>
      </p>
      <h3>{t.contact}</h3>
      <p>
        {contact.name}, <a href={`mailto:${contact.email}`}>{contact.email}</a>, {contact.phone}
      </p>
    </section>
  );
}
