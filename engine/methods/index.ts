/**
 * Every scoring method, by the name a rulebook gives it. A method of the schema that is left out here is a
 * compile error.
 */
import type { Method } from '../../schemas/generated/types.ts';
import { anchors } from './anchors.ts';
import { bands } from './bands.ts';
import { base } from './base.ts';
import { checklist } from './checklist.ts';
import { conditions } from './conditions.ts';
import { deadline } from './deadline.ts';
import { equality } from './equality.ts';
import { inverse } from './inverse.ts';
import { judgement } from './judgement.ts';
import type { MethodDefinition } from './method.ts';
import { occurrences } from './occurrences.ts';
import { piecewise } from './piecewise.ts';
import { proportion } from './proportion.ts';
import { proportional } from './proportional.ts';
import { steps } from './steps.ts';
import { table } from './table.ts';
import { tiers } from './tiers.ts';
import { yesNo } from './yes-no.ts';

export type MethodName = keyof Method;

export const methods: { readonly [Name in MethodName]-?: MethodDefinition<NonNullable<Method[Name]>> } = {
  proportional,
  inverse,
  equality,
  bands,
  steps,
  piecewise,
  occurrences,
  checklist,
  yesNo,
  tiers,
  judgement,
  deadline,
  conditions,
  table,
  anchors,
  base,
  proportion,
};

export type { Award, Course, Judged, MethodContext, MethodDefinition } from './method.ts';
