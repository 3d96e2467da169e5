/** Puts a text where it can be pasted from, and says that it did. */
import { useState } from 'react';
import { useT } from '../data/language.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

export function CopyButton({
  text,
  children,
  look,
}: {
  text: string;
  children: string;
  look?: 'plain' | 'primary' | 'text';
}) {
  const t = useT();
  const [state, setState] = useState<'copied' | 'refused'>();
  const copy = () => {
    // Only pages fetched safely may write there; others select the text first.
    const written = window.isSecureContext
      ? navigator.clipboard.writeText(text)
      : Promise.reject(new Error('no clipboard'));
    written.then(
      () => setState('copied'),
      () => setState(copiedByHand(text) ? 'copied' : 'refused'),
    );
  };
  return (
    <>
      <Button look={look} onPress={copy}>
        <Icon name="copy" />
        {children}
      </Button>
      <span className="small muted" role="status">
        {state === 'copied' ? t({ zh: '已复制', en: 'Copied' }) : ''}
        {state === 'refused'
          ? t({ zh: '浏览器不让复制，请选中后复制', en: 'The browser refused; select the text and copy it' })
          : ''}
      </span>
    </>
  );
}

/** The older way, for addresses that are not https. */
function copiedByHand(text: string): boolean {
  const box = document.createElement('textarea');
  box.value = text;
  box.className = 'vh';
  document.body.append(box);
  box.select();
  const isDone = document.execCommand('copy');
  box.remove();
  return isDone;
}
