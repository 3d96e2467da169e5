/** The states of forms that may be rolled up. */
export const rolledStates = ['accepted', 'filed', 'returned'] as const;

export type RolledState = (typeof rolledStates)[number];
