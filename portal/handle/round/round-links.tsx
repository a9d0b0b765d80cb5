import { Link } from 'react-router';
import { handleTexts } from '../../../texts/portal/handle.ts';
import { reallocationTexts } from '../../../texts/portal/reallocation.ts';
import type { RoundPage } from '../../api/official.ts';
import { useRelations } from '../../api/roles.ts';
import { useTexts } from '../../language/language.tsx';

/** The pages of a call besides its first: those that there is something on, and that the reader has a use for. */
export function RoundLinks({ round: { callId, stage, drafts } }: { round: RoundPage }) {
  const t = useTexts(handleTexts);
  const { see } = useTexts(reallocationTexts);
  const relations = useRelations(callId);
  const hasPart = [...relations].some((relation) => relation !== 'auditor');
  const isDecided = stage === 'decided' || stage === 'finished';
  const links: readonly (readonly [page: string, text: string] | undefined)[] = [
    ['cases', t.seeCases],
    drafts && ['drafts', t.seeDrafts],
    hasPart ? ['ties', t.seeTies] : undefined,
    ['mails', t.seeMails],
    isDecided ? ['reallocation', see] : undefined,
    ['log', t.seeLog],
  ];
  return (
    <ul className="links">
      {links
        .filter((link) => link !== undefined)
        .map(([page, text]) => (
          <li key={page}>
            <Link to={`/handle/calls/${callId}/${page}`}>{text}</Link>
          </li>
        ))}
    </ul>
  );
}
