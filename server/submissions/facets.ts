/** How many forms there are under each value of each filter. */
import type { QueueFacets } from '../../schemas/generated/types.ts';
import type { QueuedForm } from './queued.ts';

export type Facet = keyof QueueFacets;

/** `formsFor` has the forms that fit all other filters; `valuesOf` what a form is under one. */
export function facetsOf(
  formsFor: (name: Facet) => readonly QueuedForm[],
  valuesOf: (name: Facet, form: QueuedForm) => readonly string[],
): QueueFacets {
  const counted = (name: Facet) => {
    const counts = new Map<string, { value: string; count: number; form: QueuedForm }>();
    for (const form of formsFor(name))
      for (const value of valuesOf(name, form)) {
        const known = counts.get(value);
        if (known) known.count += 1;
        else counts.set(value, { value, count: 1, form });
      }
    return [...counts.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  const plain = (name: Facet) => counted(name).map(({ value, count }) => ({ value, count }));
  return {
    state: plain('state'),
    grade: plain('grade'),
    severity: plain('severity'),
    difference: plain('difference'),
    assignee: counted('assignee').map(({ value, count, form }) => ({
      value,
      ...(form.row.assigneeName === null ? {} : { name: form.row.assigneeName }),
      count,
    })),
    finding: counted('finding').map(({ value, count, form }) => ({
      value,
      severity: form.findings.find(({ code }) => code === value)!.severity,
      count,
    })),
  };
}
