/** Findings about the weights of lines and groups. */
import type { CataloguePart } from '../diagnostics/index.ts';

export const weights = {
  'weight-sum': {
    severity: 'error',
    message: {
      zh: '「{name}」各项分值合计 {terms} = {sum}，应为 {weight}',
      en: 'the weights of "{name}" add to {terms} = {sum}, not {weight}',
    },
    help: {
      zh: '核对各行分值，使合计等于上级分值；改正前不给等次。',
      en: 'make the weights add up; no grade is given until they do.',
    },
  },
  'rows-missing': {
    severity: 'error',
    message: {
      zh: '「{name}」（{weight} 分）下还没有填报指标',
      en: 'no indicators are declared under "{name}" ({weight} points) yet',
    },
    help: {
      zh: '逐行填报指标，分值合计 {weight} 分；填报前不给等次。',
      en: 'declare indicators whose weights come to {weight}; no grade is given before.',
    },
  },
  'weight-moved': {
    severity: 'warning',
    message: {
      zh: '「{name}」内部挪动了分值：{moved}，合计仍为 {weight}',
      en: 'weights were moved inside "{name}": {moved}; they still add to {weight}',
    },
    help: {
      zh: '按规定的分值填报，或说明挪动的依据。',
      en: 'use the prescribed weights, or say on what ground they were moved.',
    },
  },
  'weight-missing': {
    severity: 'error',
    message: { zh: '「{name}」没有分值，无法计分', en: '"{name}" has no weight and cannot be scored' },
    help: { zh: '填上分值。', en: 'fill in the weight.' },
  },
} as const satisfies CataloguePart;
