/** What a unit filed under an earlier edition, offered for a form of a later one. May not offer how the year went. */
export { type Carried, carryOver } from './carry.ts';
