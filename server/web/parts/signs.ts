/** How a difference stands to nothing, by how it is written. */
export type Sign = 'over' | 'under' | 'none';

export const signOf = (difference: string): Sign =>
  !/[1-9]/.test(difference) ? 'none' : difference.startsWith('-') ? 'under' : 'over';
