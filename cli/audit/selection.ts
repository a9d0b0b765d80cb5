import type { CaseBody } from '../../domain/case/events.ts';
import type { KeptEvent } from '../../domain/log/event.ts';
import { wholeOf } from '../../domain/log/whole.ts';
import type { RectificationBody } from '../../domain/rectification/rectification.ts';
import type { Everything } from '../../store/everything.ts';

/** What an auditor needs to know to pick a log: whose it is. */
interface Matter {
  readonly caseId?: string;
  readonly callId?: string;
  readonly number?: string;
}

/**
 * The logs that are meant by `all`, by a call's id (its own log and those of its cases), by a case's id, or by a case
 * number. Empty where nothing is.
 */
export function logsOf({ logs }: Everything, what: string): ReadonlyMap<string, readonly KeptEvent[]> {
  const chosen = [...logs].filter(([stream, events]) => {
    const { caseId, callId, number } = matterOf(stream, events);
    return what === 'all' || [caseId, callId, number].includes(what);
  });
  return new Map(chosen);
}

/** Which matter a log is about, as its events say. */
export function matterOf(stream: string, events: readonly KeptEvent[]): Matter {
  const [kind, id = ''] = stream.split('#');
  if (kind === 'CALL') return { callId: id };
  if (kind === 'RECTIFICATION') return rectified(id, events);
  if (kind !== 'CASE') return {};
  const whole = wholeOf(events as readonly KeptEvent<CaseBody>[]);
  const opened = whole.find(({ type }) => type === 'application-opened');
  const registered = whole.find(({ type }) => type === 'case-registered');
  const gone = whole.find(({ type }) => type === 'data-removed');
  if (gone?.type === 'data-removed')
    return { caseId: id, callId: gone.data.callId, number: gone.data.number };
  return {
    caseId: id,
    ...(opened?.type === 'application-opened' ? { callId: opened.data.callId } : {}),
    ...(registered?.type === 'case-registered' ? { number: registered.data.number } : {}),
  };
}

function rectified(caseId: string, events: readonly KeptEvent[]): Matter {
  const whole = wholeOf(events as readonly KeptEvent<RectificationBody>[]);
  const [told] = whole.flatMap(({ data }) => ('callId' in data ? [data] : []));
  return told ? { caseId, callId: told.callId, number: told.number } : { caseId };
}
