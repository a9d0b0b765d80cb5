import { useMutation } from '@tanstack/react-query';
import { publishTexts } from '../../../texts/portal/publish.ts';
import { useRounds } from '../../api/official.ts';
import { useApi } from '../../api/use-api.tsx';
import { Failure } from '../../frame/loaded.tsx';
import { useTexts } from '../../language/language.tsx';
import { Choice } from '../choice.tsx';
import { type PersonFields, peopleOf } from './people.ts';

/** Fills in those who handle another call, of those calls that the reader has a part in. */
export function SamePeople({ choose }: { choose: (people: readonly PersonFields[]) => void }) {
  const t = useTexts(publishTexts);
  const api = useApi('handle');
  const rounds = useRounds().data?.rounds ?? [];
  const taking = useMutation({
    mutationFn: (callId: string) => api('GET /calls/{callId}/round', { path: { callId } }),
    onSuccess: ({ officials }) => choose(peopleOf(officials)),
  });
  if (rounds.length === 0) return null;
  return (
    <>
      <div className="fields">
        <Choice
          label={t.sameAs}
          value={taking.variables ?? ''}
          change={(callId) => callId && taking.mutate(callId)}
          all={t.sameAsNone}
        >
          {rounds.map(({ callId, name }) => [callId, name])}
        </Choice>
      </div>
      <Failure error={taking.error} />
    </>
  );
}
