/** A form as somebody is typing it: what can be read of it, to be scored, and what cannot, said at its place. May not score. */
export { nameInDossier, nameInForm } from './naming.ts';
export { isUnreadable, readTypedForm, type TypedForm, unreadableInputs } from './typed.ts';
