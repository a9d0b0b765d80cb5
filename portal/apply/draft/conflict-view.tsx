import { useState } from 'react';
import { Button, RadioButton, RadioButtonGroup } from 'suomifi-ui-components';
import type { DraftDocument } from '../../../domain/draft/draft.ts';
import { draftTexts } from '../../../texts/portal/draft.ts';
import type { PublicCall } from '../../api/public.ts';
import { fieldWords } from '../../form/field-words.ts';
import { type Conflict, resolve, type Value } from '../../form/merge.ts';
import { useLanguage, useTexts } from '../../language/language.tsx';

type Chosen = 'mine' | 'theirs' | 'both';

interface ConflictViewProps {
  readonly conflicts: readonly Conflict[];
  readonly document: DraftDocument;
  readonly by: string;
  readonly call: PublicCall;
  readonly settle: (document: DraftDocument) => void;
}

/** Both texts of every place that two people changed, side by side. Nothing is saved until each has been chosen. */
export function ConflictView({ conflicts, document, by, call, settle }: ConflictViewProps) {
  const t = useTexts(draftTexts);
  const { language } = useLanguage();
  const { nameOf, wordsFor } = fieldWords(call, t, language);
  const [choices, setChoices] = useState<Readonly<Record<string, Chosen>>>({});
  const choiceFor = ({ place }: Conflict) => choices[place.join('/')] ?? 'mine';
  const done = () =>
    settle(
      conflicts.reduce(
        (settled, conflict) => resolve(settled, conflict, chosen(conflict, choiceFor(conflict))),
        document,
      ),
    );
  return (
    <section className="panel panel-warning" aria-labelledby="conflict" role="alert">
      <h2 id="conflict">{t.conflictTitle}</h2>
      <p>{t.conflictText(by)}</p>
      {conflicts.map((conflict) => {
        const key = conflict.place.join('/');
        const label = nameOf(conflict.place);
        return (
          <div key={key} className="conflict">
            <h3>{label}</h3>
            <div className="beside">
              <Side title={t.mine} text={wordsFor(conflict.place, conflict.mine) || t.empty} />
              <Side title={t.theirs(by)} text={wordsFor(conflict.place, conflict.theirs) || t.empty} />
            </div>
            <RadioButtonGroup
              name={`conflict-${key}`}
              labelText={label}
              labelMode="hidden"
              value={choiceFor(conflict)}
              onChange={(value) => setChoices({ ...choices, [key]: value as Chosen })}
            >
              <RadioButton value="mine">{t.keepMine}</RadioButton>
              <RadioButton value="theirs">{t.keepTheirs}</RadioButton>
              {isProse(conflict) ? <RadioButton value="both">{t.keepBoth}</RadioButton> : null}
            </RadioButtonGroup>
          </div>
        );
      })}
      <Button onClick={done}>{t.forward}</Button>
    </section>
  );
}

function Side({ title, text }: { title: string; text: string }) {
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <blockquote>{text}</blockquote>
    </figure>
  );
}

/** Two texts can stand after each other; two dates or sums cannot. */
function isProse({ place: [first, second] }: Conflict): boolean {
  return first === 'parts' || second === 'summary';
}

function chosen({ mine, theirs }: Conflict, choice: Chosen): Value {
  if (choice === 'both') return `${mine}\n\n${theirs}`;
  return choice === 'mine' ? mine : theirs;
}
