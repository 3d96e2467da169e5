/** Every line of an edition at once, in the order of the form: for reading the whole rulebook as a document. */
import { describeForm, describeLine, engineVersion } from '../../../engine/index.ts';
import type { Schemas } from '../../../schemas/generated/types.ts';
import { findEdition, planOf } from '../../rulebooks/find.ts';
import { route } from '../route.ts';
import { editionParameters } from './rulebooks.ts';

export const list = route({
  method: 'get',
  path: '/api/rulebooks/{rulebook}/{edition}/lines',
  id: 'listLines',
  tag: 'rulebooks',
  right: 'anyone',
  summary: { zh: '一版的各行怎样计分', en: 'How the lines of an edition are scored' },
  description: {
    zh: '各级指标，按表上的顺序；每行与单独取它时相同，另附级次与上级。',
    en: 'Every line in the order of the form: each as it is told by itself, with its depth and the line above it.',
  },
  parameters: editionParameters,
  answer: {
    description: { zh: '各行的说明。', en: 'The lines.' },
    content: { 'application/json': 'lineList' },
    cached: true,
  },
  problems: ['unknown-rulebook', 'unusable-rulebook'],
  handle: async ({ c, services: { library }, param }) => {
    const plan = planOf(await findEdition(library, param('rulebook'), param('edition')));
    const form = await describeForm(plan);
    const items: Schemas['listedLine'][] = [];
    for (const { id, depth, parent } of form.lines) {
      const described = await describeLine(plan, id);
      if (described) items.push({ ...described, depth, ...(parent === undefined ? {} : { parent }) });
    }
    return c.json({ items } satisfies Schemas['lineList'], 200, {
      ETag: `"${plan.identity.hash}-${engineVersion}"`,
    });
  },
});
