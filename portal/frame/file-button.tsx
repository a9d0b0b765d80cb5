import { useMutation } from '@tanstack/react-query';
import { Button } from 'suomifi-ui-components';
import type { Api } from '../api/client.ts';
import { useApi } from '../api/use-api.tsx';
import type { Side } from '../sign-in/session.ts';
import { Failure } from './loaded.tsx';

interface FileButtonProps {
  readonly side: Side;
  /** Asks for the address. */
  readonly ask: (api: Api) => Promise<{ readonly url: string }>;
  readonly text: string;
  /** What is heard, where several buttons of a page have the same text. */
  readonly label?: string;
  readonly variant?: 'default' | 'secondary';
}

/** Asks for the address of a file, which is good for some minutes, and lets the browser save it. */
export function FileButton({ side, ask, text, label, variant = 'secondary' }: FileButtonProps) {
  const api = useApi(side);
  const reading = useMutation({
    mutationFn: () => ask(api),
    onSuccess: ({ url }) => location.assign(url),
  });
  return (
    <div>
      <Failure error={reading.error} />
      <Button
        variant={variant}
        aria-label={label ?? text}
        onClick={() => reading.mutate()}
        disabled={reading.isPending}
      >
        {text}
      </Button>
    </div>
  );
}
