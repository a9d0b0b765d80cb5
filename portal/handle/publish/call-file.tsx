import { useId, useRef, useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { call as callSchema } from '../../../contract/call.ts';
import { type FileFault, readYaml } from '../../../contract/yaml-file.ts';
import type { Call } from '../../../domain/call/call.ts';
import { textOfFault } from '../../../texts/faults.ts';
import { publishTexts } from '../../../texts/portal/publish.ts';
import { useLanguage, useTexts } from '../../language/language.tsx';

interface CallFileProps {
  /** Told the call that the text is, and that there is none as soon as it is changed. */
  readonly found: (call: Call | undefined) => void;
  readonly isTaken: (callId: string) => boolean;
}

/** The file of a call, chosen or pasted; its faults lead to their places in the text, where they can be mended. */
export function CallFile({ found, isTaken }: CallFileProps) {
  const t = useTexts(publishTexts);
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [reading, setReading] = useState<ReturnType<typeof readCall>>();
  const faulty = reading !== undefined && 'faults' in reading;
  const write = (written: string) => {
    setText(written);
    setReading(undefined);
    found(undefined);
  };
  const check = (written: string) => {
    setText(written);
    const read = readCall(written);
    setReading(read);
    found('value' in read && !isTaken(read.value.id) ? read.value : undefined);
  };
  const take = async (file: File | undefined) => {
    if (file) check(await file.text());
  };
  const goTo = ({ line, column }: FileFault) => {
    const before = text.split('\n').slice(0, line - 1);
    const at = before.join('\n').length + (before.length > 0 ? 1 : 0) + column - 1;
    const { current } = area;
    if (!current) return;
    current.focus();
    current.setSelectionRange(at, at);
    const lineHeight = current.scrollHeight / Math.max(1, text.split('\n').length);
    current.scrollTop = (line - 4) * lineHeight;
  };
  return (
    <>
      <p>{t.fileLead}</p>
      <div className="drop">
        <label htmlFor={`${id}-file`}>{t.chooseFile}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".yaml,.yml,.json"
          onChange={(event) => take(event.currentTarget.files?.[0])}
        />
      </div>
      <label htmlFor={id} className="code-label">
        {t.text}
      </label>
      <textarea
        id={id}
        ref={area}
        className="code"
        rows={14}
        wrap="off"
        spellCheck={false}
        value={text}
        aria-invalid={faulty}
        aria-describedby={faulty ? `${id}-faults` : undefined}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <div className="turn">
        <Button variant="secondary" onClick={() => check(text)} disabled={!text.trim()}>
          {t.check}
        </Button>
      </div>
      <div role="status" className="found">
        {reading && 'faults' in reading && <Faults id={`${id}-faults`} faults={reading.faults} goTo={goTo} />}
        {reading && 'value' in reading && (
          <p className={isTaken(reading.value.id) ? 'rule rule-broken' : 'rule'}>
            {isTaken(reading.value.id) ? t.idTaken(reading.value.id) : t.sound}
          </p>
        )}
      </div>
    </>
  );
}

function readCall(text: string) {
  return readYaml<Call>(callSchema, text);
}

interface FaultsProps {
  /** The id of the heading, which describes the text that has them. */
  readonly id: string;
  readonly faults: readonly FileFault[];
  readonly goTo: (fault: FileFault) => void;
}

function Faults({ id, faults, goTo }: FaultsProps) {
  const t = useTexts(publishTexts);
  const { language } = useLanguage();
  return (
    <div className="panel panel-bad">
      <h3 id={id}>{t.faults(faults.length)}</h3>
      <ul className="findings">
        {faults.map((fault) => (
          <li key={`${fault.place} ${fault.code} ${fault.line}`}>
            <button type="button" className="link" onClick={() => goTo(fault)}>
              {t.line(fault.line, fault.column)}
            </button>{' '}
            {fault.place && <code>{fault.place}</code>} {textOfFault(fault, language)}
          </li>
        ))}
      </ul>
    </div>
  );
}
