/** What is done with several forms at once. */
export type Work = 'accept' | 'return' | 'assign';
