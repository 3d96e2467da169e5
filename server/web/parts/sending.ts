/** Something is sent: whether it is under way, and what came back instead of an answer. */
import { useState } from 'react';

export interface Sending {
  isPending: boolean;
  failure: unknown;
  /** One at a time: what is begun while another is under way is left out. */
  send: (work: () => Promise<void>) => Promise<void>;
}

export function useSending(): Sending {
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const send = async (work: () => Promise<void>) => {
    if (isPending) return;
    setPending(true);
    setFailure(undefined);
    try {
      await work();
    } catch (error) {
      setFailure(error);
    } finally {
      setPending(false);
    }
  };
  return { isPending, failure, send };
}
