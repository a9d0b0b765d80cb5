import { useLocation } from 'react-router';
import { Button, Modal, ModalContent, ModalFooter, ModalTitle } from 'suomifi-ui-components';
import { frameTexts } from '../../texts/portal/frame.ts';
import { useTexts } from '../language/language.tsx';
import { useSignIn } from './required.tsx';
import type { Side } from './session.ts';

/** Says that a session ended in the middle of something, over the page with all that was written on it. */
export function SessionEndedDialog({ side, close }: { side: Side; close: () => void }) {
  const t = useTexts(frameTexts);
  const { pathname, search, hash } = useLocation();
  const { begin } = useSignIn(side, `${pathname}${search}${hash}`);
  return (
    <Modal visible appElementId="root" onEscKeyDown={close}>
      <ModalContent>
        <ModalTitle>{t.sessionEnded}</ModalTitle>
        <p>{t.sessionEndedText}</p>
      </ModalContent>
      <ModalFooter>
        <Button onClick={begin}>{t.signInAgain}</Button>
        <Button variant="secondary" onClick={close}>
          {t.stay}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
