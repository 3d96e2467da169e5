/** Why something is not done: the one way in which any room of the server says no. It knows no status and no page. */
import type { Bilingual, Diagnostic } from '../engine/index.ts';

/** The closed list of reasons that rooms give. */
export type RefusalCode =
  | 'not-allowed'
  | 'not-found'
  | 'taken'
  | 'wrong-state'
  | 'version-changed'
  | 'unusable-request'
  | 'unusable-form'
  | 'unknown-rulebook'
  | 'unusable-rulebook';

/** What a refusal says beyond its code. */
export interface RefusalDetails {
  detail?: Bilingual;
  diagnostics?: readonly Diagnostic[];
}

/** Thrown by whatever cannot go on. */
export class Refused<
  Code extends string = RefusalCode,
  Details extends RefusalDetails = RefusalDetails,
> extends Error {
  readonly code: Code;
  readonly details: Details;

  constructor(code: Code, details: Details = {} as Details) {
    super(code);
    this.name = 'Refused';
    this.code = code;
    this.details = details;
  }
}
