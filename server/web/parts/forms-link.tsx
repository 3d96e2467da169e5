/** A way from a figure or a name to forms, for whoever may read them; for others what it is called. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useRight } from '../data/session.ts';

export function FormsLink({ to, children }: { to: string; children: ReactNode }) {
  return useRight('read-forms') ? <Link href={to}>{children}</Link> : <span>{children}</span>;
}
