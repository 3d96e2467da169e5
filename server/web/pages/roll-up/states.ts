/** Which forms can be rolled up. */
export const states = ['accepted', 'filed', 'returned'] as const;

export type RolledState = (typeof states)[number];
