import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button, TextInput } from 'suomifi-ui-components';
import { formatEuros, formatInstant } from '../../../texts/format.ts';
import { handleTexts } from '../../../texts/portal/handle.ts';
import type { RoundPage, TriedWhatIf } from '../../api/official.ts';
import { useApi } from '../../api/use-api.tsx';
import { eurosInField, parseEuros } from '../../form/euros.ts';
import { Failure } from '../../frame/loaded.tsx';
import { WideTable } from '../../frame/wide-table.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { Choice } from '../queue.tsx';
import { type Mode, modeOf, modesIn } from './modes.ts';

/** What would follow from something else, beside the proposal; it decides nothing. */
export function WhatIfs({ round, mayTry }: { round: RoundPage; mayTry: boolean }) {
  const t = useTexts(handleTexts);
  return (
    <>
      {mayTry && <WhatIfForm round={round} />}
      {round.whatIfs.length > 0 && <h3>{t.tried}</h3>}
      {round.whatIfs.map((tried) => (
        <Tried key={tried.comparison} tried={tried} round={round} />
      ))}
    </>
  );
}

function WhatIfForm({ round }: { round: RoundPage }) {
  const t = useTexts(handleTexts);
  const api = useApi('handle');
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [money, setMoney] = useState(eurosInField(round.money.appropriationCents));
  const [mode, setMode] = useState<Mode | undefined>(modeOf(round.rule));
  const appropriation = parseEuros(money);
  const trying = useMutation({
    mutationFn: () => {
      const scenario = { name, appropriation, ...(mode ? { policy: { kind: 'rank', mode } as const } : {}) };
      return api('POST /calls/{callId}/what-ifs', {
        path: { callId: round.callId },
        body: { commandId: crypto.randomUUID(), scenario },
      });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['handle'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() && appropriation !== undefined) trying.mutate();
  };
  return (
    <details className="details">
      <summary>{t.whatIf}</summary>
      <p>{t.whatIfText}</p>
      <form onSubmit={submit} noValidate>
        <div className="filters">
          <TextInput
            labelText={t.whatIfName}
            value={name}
            onChange={(value) => setName(String(value ?? ''))}
          />
          <TextInput
            labelText={t.whatIfMoney}
            value={money}
            inputMode="decimal"
            onChange={(value) => setMoney(String(value ?? ''))}
          />
          {mode && (
            <Choice
              label={t.mode}
              value={mode}
              change={(value) => setMode((value as Mode) || modeOf(round.rule))}
              all="–"
            >
              {modesIn(t)}
            </Choice>
          )}
        </div>
        <Failure error={trying.error} />
        <Button type="submit" variant="secondary" disabled={trying.isPending || !name.trim()}>
          {trying.isPending ? t.computing : t.tryIt}
        </Button>
      </form>
    </details>
  );
}

function Tried({ tried, round }: { tried: TriedWhatIf; round: RoundPage }) {
  const t = useTexts(handleTexts);
  const { language } = useLanguage();
  const euros = (cents: number) => formatEuros(cents, language);
  const nameOf = (caseNumber: string) =>
    round.plan?.lines.find((line) => line.caseNumber === caseNumber)?.applicantName ?? caseNumber;
  return (
    <div className="card tried">
      <h4>
        {tried.name} <span className="note">{formatInstant(tried.at, language)}</span>
      </h4>
      <p>
        {t.proposed}: {tried.awardedCents === null ? '–' : euros(tried.awardedCents)}
        {!tried.isOfThisPlan && <span className="note"> ({t.ofEarlier})</span>}
      </p>
      {tried.moves.length === 0 ? (
        <p>{t.noMoves}</p>
      ) : (
        <WideTable caption={tried.name} hideCaption>
          <thead>
            <tr>
              <th scope="col">{t.applicant}</th>
              <th scope="col" className="number">
                {t.before}
              </th>
              <th scope="col" className="number">
                {t.after}
              </th>
            </tr>
          </thead>
          <tbody>
            {tried.moves.map(({ caseNumber, beforeCents, afterCents }) => (
              <tr key={caseNumber}>
                <th scope="row">{nameOf(caseNumber)}</th>
                <td className="number">{euros(beforeCents)}</td>
                <td className="number">{euros(afterCents)}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </div>
  );
}
