/** `/tasks`: a unit sees what it is asked to file, everyone above it what they asked for. */
import { useRight } from '../../data/session.ts';
import { MyTasks } from './my-tasks.tsx';
import { TaskList } from './task-list.tsx';

export function Page() {
  return useRight('write-forms') ? <MyTasks /> : <TaskList />;
}
