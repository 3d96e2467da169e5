/** What is wrong with what a rulebook does. May not score, and may not decide a condition itself: see README.md. */
export { isOpen } from './acceptance.ts';
export { verify, verifyRulebook } from './verify.ts';
