/** `/tasks`, as a unit sees it: what it is asked to file. */
export { MyTasks as Page } from './my-tasks.tsx';
