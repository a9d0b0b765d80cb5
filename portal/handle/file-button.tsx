import { useMutation } from '@tanstack/react-query';
import { Button } from 'suomifi-ui-components';
import type { Api } from '../api/client.ts';
import { useApi } from '../api/use-api.tsx';
import { Failure } from '../frame/loaded.tsx';

interface FileButtonProps {
  /** Asks for the address. */
  readonly ask: (api: Api) => Promise<{ readonly url: string }>;
  readonly text: string;
  readonly label?: string;
}

/** Asks for the address of a file, which is good for some minutes, and lets the browser save it. */
export function FileButton({ ask, text, label }: FileButtonProps) {
  const api = useApi('handle');
  const reading = useMutation({
    mutationFn: () => ask(api),
    onSuccess: ({ url }) => location.assign(url),
  });
  return (
    <>
      <Failure error={reading.error} />
      <Button
        variant="secondary"
        aria-label={label ?? text}
        onClick={() => reading.mutate()}
        disabled={reading.isPending}
      >
        {text}
      </Button>
    </>
  );
}
