/** What the parts of a form page share: the form that is open, its layout, and the ways about it. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { FormDescription } from '../../../../schemas/generated/types.ts';
import type { Place } from './jump.ts';
import type { Layout } from './layout.ts';
import type { Remarks } from './remarks.ts';
import { type Now, useNow } from './said.ts';
import type { FormSession } from './session.ts';

export interface FormPage {
  session: FormSession;
  description: FormDescription;
  layout: Layout;
  isReadOnly: boolean;
  /** Reads the form anew, as once it stands otherwise. */
  again: () => void;
  /** Whether the unit writes down its own points as well. */
  withClaims: boolean;
  setWithClaims: (withClaims: boolean) => void;
  /** Whether the form was looked through before filing: what is empty is from then on told as a mistake. */
  isChecked: boolean;
  /** What the reviewer wrote beside the rows of the last filing. */
  remarks: Remarks | undefined;
  /** The view that is shown. */
  view: string;
  /** The line that was gone to last. */
  at: string | undefined;
  /** The line whose derivation is open. */
  open: string | undefined;
  /** Opens a view, from its top. */
  show: (view: string) => void;
  /** Opens or closes the derivation of a line. */
  toggle: (line: string) => void;
  /** Goes to where something is mended; `open` shows how its points come about. */
  go: (place: Place, options?: { open?: boolean }) => void;
}

const Context = createContext<FormPage | undefined>(undefined);

export const FormPageContext = Context.Provider;

export function useFormPage(): FormPage {
  const page = useContext(Context);
  if (!page) throw new Error('there is no form page around this');
  return page;
}

/** What is said now of a line, a row or an input. */
export const useSaid = (key: string): Now => useNow(useFormPage().session.scores, key);

/** Draws anew whenever something about the session itself changes. */
export function useSessionState<Value>(session: FormSession, read: (session: FormSession) => Value): Value {
  return useSyncExternalStore(session.onState, () => read(session));
}
