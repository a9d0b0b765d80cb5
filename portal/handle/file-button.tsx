import { useMutation } from '@tanstack/react-query';
import { Button } from 'suomifi-ui-components';
import { useApi } from '../api/use-api.tsx';
import { Failure } from '../frame/loaded.tsx';

/** Asks for the address of a file, which is good for some minutes, and lets the browser save it. */
export function FileButton({ path, text, label }: { path: string; text: string; label?: string }) {
  const api = useApi('handle');
  const reading = useMutation({
    mutationFn: () => api.get<{ url: string }>(path),
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
