/** 逐条给分: points for each criterion that is satisfied. */
import type { ChecklistMethod } from '../../schemas/generated/types.ts';
import { constantOf, DecisionBuilder } from '../conditions/index.ts';
import { Exact, sum } from '../decimal.ts';
import { isConstant, literal } from '../expression/index.ts';
import { method } from './method.ts';

export const checklist = method<ChecklistMethod>({
  label: { zh: '逐条给分', en: 'checklist' },
  isCounted: true,
  called: 'criterion',
  compile(parameters, context) {
    const parts = parameters.criteria.map((criterion, index) => {
      const decision = new DecisionBuilder();
      const key = context.yesNoInput(criterion.input, `criteria/${index}/input`);
      const pointer = context.pointer(`criteria/${index}`);
      decision.outcome(decision.yesNo(key, 'equal', true));
      decision.outcome(decision.yesNo(key, 'equal', false));
      return {
        name: criterion.name,
        decision,
        awards: [
          {
            label: { zh: `满足：${criterion.name}`, en: `satisfied: ${criterion.name}` },
            points: context.points(criterion.points),
            pointer,
          },
          {
            label: { zh: `不满足：${criterion.name}`, en: `not satisfied: ${criterion.name}` },
            points: literal(Exact.zero),
            pointer,
          },
        ],
      };
    });
    const all = sum(
      parts.map(
        (part) =>
          (isConstant(part.awards[0]!.points) ? constantOf(part.awards[0]!.points) : undefined) ?? Exact.zero,
      ),
    );
    const weight = isConstant(context.weight) ? constantOf(context.weight) : undefined;
    if (weight && !weight.equals(all))
      context.report(
        'checklist-sum',
        { name: context.name, sum: all.toText(), weight: weight.toText() },
        'criteria',
      );
    return { parts };
  },
});
