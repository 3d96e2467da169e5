/** `/tasks`, for everyone above the units. */
export { TaskList as Page } from './list.tsx';
