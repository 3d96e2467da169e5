/** What is to be done comes first: what was returned, then what is not filed, by the day it is due; then what is with others. */
import type { SubmissionSummary, Task } from '../../../../schemas/generated/types.ts';

type State = SubmissionSummary['state'];

const urgency: { readonly [state in State]: number } = { returned: 0, draft: 1, filed: 2, accepted: 3 };

/** The same list, what is most urgent first; what is equally so stays in its order. */
export const byUrgency = <Form extends Pick<SubmissionSummary, 'state'>>(forms: readonly Form[]): Form[] =>
  [...forms].sort((one, other) => urgency[one.state] - urgency[other.state]);

type Asked = Pick<Task, 'id' | 'due' | 'state'>;
type Form = Pick<SubmissionSummary, 'state' | 'taskId'>;

/** A task is as urgent as the first of its forms; one that nothing was begun for is to be begun while it is open. */
const urgencyOf = ({ state }: Asked, forms: readonly Form[]): number => {
  const [first] = forms;
  if (first) return urgency[first.state];
  return state === 'open' ? urgency.draft : urgency.accepted;
};

export function inOrder<OfTask extends Asked, OfForm extends Form>(
  tasks: readonly OfTask[],
  forms: readonly OfForm[],
): { task: OfTask; forms: OfForm[] }[] {
  return tasks
    .map((task) => ({ task, forms: byUrgency(forms.filter(({ taskId }) => taskId === task.id)) }))
    .sort(
      (one, other) =>
        urgencyOf(one.task, one.forms) - urgencyOf(other.task, other.forms) ||
        one.task.due.localeCompare(other.task.due),
    );
}
