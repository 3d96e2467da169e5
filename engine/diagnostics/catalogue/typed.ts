/** What can be wrong with a form that somebody is still typing. */
import type { CataloguePart } from '../entry.ts';

export const typed = {
  'row-without-name': {
    severity: 'error',
    message: { zh: '第 {row} 行没有填指标名称', en: 'row {row} has no name' },
    help: { zh: '填写指标名称，或删去这一行。', en: 'name it, or remove the row.' },
  },
  'row-without-group': {
    severity: 'error',
    message: { zh: '第 {row} 行没有选所属的指标', en: 'row {row} stands under no group' },
    help: { zh: '选择所属的指标，或删去这一行。', en: 'choose its group, or remove the row.' },
  },
} as const satisfies CataloguePart;
