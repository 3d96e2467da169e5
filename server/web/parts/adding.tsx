/** A list that is added to one by one, or from a pasted list: the two buttons, and which of them is at work. */
import { useState } from 'react';
import { useT } from '../data/language.ts';
import { Button } from './button.tsx';

export type Adding = 'add' | 'paste';

export function useAdding() {
  const [doing, setDoing] = useState<Adding>();
  return {
    doing,
    toggle: (what: Adding) => setDoing((now) => (now === what ? undefined : what)),
    done: () => setDoing(undefined),
  };
}

export function AddingButtons({ doing, toggle }: Pick<ReturnType<typeof useAdding>, 'doing' | 'toggle'>) {
  const t = useT();
  return (
    <>
      <Button onPress={() => toggle('paste')} expanded={doing === 'paste'}>
        {t({ zh: '粘贴名单', en: 'Paste a list' })}
      </Button>
      <Button look="primary" onPress={() => toggle('add')} expanded={doing === 'add'}>
        {t({ zh: '添加', en: 'Add' })}
      </Button>
    </>
  );
}
