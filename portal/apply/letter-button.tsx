import { useMutation } from '@tanstack/react-query';
import { Button } from 'suomifi-ui-components';
import { useApi } from '../api/use-api.tsx';
import { Failure } from '../frame/loaded.tsx';

interface LetterButtonProps {
  readonly of:
    | 'GET /applications/{caseId}/letter'
    | 'GET /applications/{caseId}/translation'
    | 'GET /applications/{caseId}/rectification/letter';
  readonly caseId: string;
  readonly text: string;
  readonly secondary?: boolean;
}

/** Fetches the address of a letter, which is good for some minutes, when it is asked for, and lets the browser save it. */
export function LetterButton({ of, caseId, text, secondary = false }: LetterButtonProps) {
  const api = useApi('apply');
  const reading = useMutation({
    mutationFn: () => api(of, { path: { caseId } }),
    onSuccess: ({ url }) => location.assign(url),
  });
  return (
    <div>
      <Failure error={reading.error} />
      <Button
        variant={secondary ? 'secondary' : 'default'}
        onClick={() => reading.mutate()}
        disabled={reading.isPending}
      >
        {text}
      </Button>
    </div>
  );
}
