/** A plan as the form that a unit fills in, and where things stand in it. May not score. */
export { describeForm } from './describe.ts';
export { type FormPlace, keysOf, type Places, placesIn, rowIdOf } from './places.ts';
export { inputsReadBy } from './reads.ts';
