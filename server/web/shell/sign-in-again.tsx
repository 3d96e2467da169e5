/** The session ended while a page was open: sign in over it; what was typed stays where it is and is then saved. */
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useT } from '../data/language.ts';
import { useSession } from '../data/session.ts';
import { useSessionOver } from '../data/session-state.ts';
import { SignInForm } from './sign-in-form.tsx';
import './sign-in-again.css';

export function SignInAgain() {
  const t = useT();
  const isOver = useSessionOver();
  const { data: session } = useSession();
  return (
    <ModalOverlay className="veil" isOpen={isOver} isDismissable={false} isKeyboardDismissDisabled>
      <Modal className="card again">
        <Dialog role="alertdialog" className="again-dialog">
          <Heading slot="title" level={2}>
            {t({ zh: '登录已到期，请再登录一次', en: 'Your session ended; sign in again' })}
          </Heading>
          <p className="s13 soft">
            {t({
              zh: '这一页上填的内容都在，登录后接着保存。',
              en: 'What you typed on this page is still here and is saved once you sign in.',
            })}
          </p>
          <SignInForm name={session?.person.name} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
