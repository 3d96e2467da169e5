/** What goes to paper in place of the page: it is drawn as printing begins and gone when it ends, so that nothing waits for it. */
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';

/** Whether the page is being printed. */
function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes the page as it stands when these return.
    const set = (is: boolean) => flushSync(() => setPrinting(is));
    const print = window.matchMedia('print');
    const follow = () => set(print.matches);
    const [begin, end] = [() => set(true), () => set(false)];
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    print.addEventListener('change', follow);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
      print.removeEventListener('change', follow);
    };
  }, []);
  return isPrinting;
}

/** `children` draws what is printed, from what is there at that moment. */
export function OnPaper({ children }: { children: () => ReactNode }) {
  return useIsPrinting() ? createPortal(children(), document.body) : null;
}
