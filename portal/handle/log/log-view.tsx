import { Button } from 'suomifi-ui-components';
import type { KeptEvent } from '../../../domain/log/event.ts';
import { logTexts } from '../../../texts/portal/log.ts';
import { timelineOf } from '../../../texts/timeline.ts';
import { saveFile } from '../../form/save-file.ts';
import { Facts } from '../../frame/facts.tsx';
import { WideTable } from '../../frame/wide-table.tsx';
import { useLanguage, useTexts } from '../../language/language.tsx';
import { TimelineList } from '../timeline-list.tsx';

interface LogViewProps {
  readonly events: readonly KeptEvent[];
  /** The officials by user name. */
  readonly names: Readonly<Record<string, string>>;
}

/** A log in words, and what proves it: how long it is, the digest that stands for all of it, and each event's own. */
export function LogView({ events, names }: LogViewProps) {
  const t = useTexts(logTexts);
  const { language } = useLanguage();
  const last = events.at(-1);
  const stream = last?.stream ?? '';
  const save = () => {
    const lines = events.map((event) => `${JSON.stringify(event)}\n`);
    saveFile(new Blob(lines, { type: 'application/jsonl' }), `${stream.replace(/^.*#/, '')}.jsonl`);
  };
  return (
    <>
      <section aria-labelledby="chain">
        <h2 id="chain">{t.chain}</h2>
        <p>{t.chainText}</p>
        <Facts
          facts={[
            [t.stream, <code key="stream">{stream}</code>],
            [t.events, String(events.length)],
            [
              t.head,
              <code key="head" className="digest">
                {last?.hash}
              </code>,
            ],
          ]}
        />
        <p>{t.verify}</p>
        <Button variant="secondary" onClick={save}>
          {t.save}
        </Button>
      </section>
      <section aria-labelledby="timeline">
        <h2 id="timeline">{t.timeline}</h2>
        <TimelineList entries={timelineOf(events, names, language)} />
      </section>
      <details className="details">
        <summary>{t.digests}</summary>
        <WideTable caption={t.digests} hideCaption>
          <thead>
            <tr>
              <th scope="col" className="number">
                {t.number}
              </th>
              <th scope="col">{t.type}</th>
              <th scope="col">{t.digest}</th>
            </tr>
          </thead>
          <tbody>
            {events.map(({ sequence, type, hash }) => (
              <tr key={sequence}>
                <td className="number">{sequence}</td>
                <th scope="row">
                  <code>{type}</code>
                </th>
                <td>
                  <code className="digest">{hash}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      </details>
    </>
  );
}
