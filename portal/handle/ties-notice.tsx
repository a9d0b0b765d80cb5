import { Link, useLocation } from 'react-router';
import { InlineAlert } from 'suomifi-ui-components';
import { handleTexts } from '../../texts/portal/handle.ts';
import { useTexts } from '../language/language.tsx';

/** Says that ties are to be declared before anything else, and leads there and back. */
export function TiesNotice({ callId, text }: { callId: string; text: string }) {
  const t = useTexts(handleTexts);
  const { pathname } = useLocation();
  return (
    <InlineAlert mt="s" mb="m">
      {text}{' '}
      <Link to={`/handle/calls/${callId}/ties`} state={{ backTo: pathname }}>
        {t.seeTies}
      </Link>
    </InlineAlert>
  );
}
