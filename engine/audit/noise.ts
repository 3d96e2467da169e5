/** Scores and weights that carry the remainder of spreadsheet arithmetic, told once. */
import type { Finding } from '../../schemas/generated/types.ts';
import { words } from '../../schemas/generated/words.ts';
import { listedNames } from '../diagnostics/index.ts';
import type { ScoredForm } from '../evaluate/index.ts';
import { find } from '../findings/index.ts';
import { withoutNoise } from '../read/index.ts';

interface Written {
  name: string;
  text: string;
}

/** One finding that names every number that was taken for the short one. */
export function noiseFindings({ plan, form }: ScoredForm): Finding[] {
  const { declared = [], claimed, inputs = {} } = form.submission;
  const all: Written[] = [
    ...Object.entries(inputs).map(([id, value]) => written(plan.inputs.get(id)?.name ?? id, value)),
    ...declared.flatMap(({ name, target, actual, weight, claimed: score }) =>
      [target, actual, weight, score].map((value) => written(name, value)),
    ),
    ...Object.entries(claimed?.points ?? {}).map(([id, value]) =>
      written(plan.byId.get(id)?.name ?? id, value),
    ),
    written(words.cell.total.zh, claimed?.total),
  ];
  const noisy = all.filter(({ text }) => withoutNoise(text) !== text);
  if (noisy.length === 0) return [];
  const texts = [...new Set(noisy.map(({ text }) => text))];
  const parameters = {
    names: listedNames([...new Set(noisy.map(({ name }) => name))]),
    written: listedTexts(texts),
    taken: listedTexts(texts.map(withoutNoise)),
  };
  return [find('claim-noise', parameters)];
}

const written = (name: string, value: unknown): Written => ({ name, text: String(value ?? '').trim() });

const listedTexts = (texts: readonly string[]) => ({ zh: texts.join('、'), en: texts.join(', ') });
