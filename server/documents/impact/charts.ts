/** The two distributions as drawings. Lengths of bars only: no score is computed here. */
import type { Impact, Language } from '../../../engine/index.ts';
import { escaped } from '../diff/escape.ts';
import { changeLabel, impactWords } from './words.ts';

const height = 268;
const [left, right, top, bottom] = [46, 8, 22, 62];
const inside = height - top - bottom;

interface Bar {
  count: number;
  kind: string;
}

/** Groups of bars over one axis, each group with its label; counts stand above the bars. */
function bars(
  groups: readonly { label: string; bars: readonly Bar[] }[],
  axis: string,
  title: string,
): string {
  const width = 560;
  const most = Math.max(1, ...groups.flatMap((group) => group.bars.map(({ count }) => count)));
  const step = (width - left - right) / groups.length;
  const tilted = groups.length > 9 || groups.some(({ label }) => label.length > 9);
  const drawn = groups.map(({ label, bars: own }, index) => {
    const start = left + index * step;
    const each = (step * 0.8) / own.length;
    const columns = own.map(({ count, kind }, at) => {
      const size = Number(((inside * count) / most).toFixed(1));
      const x = (start + step * 0.1 + at * each).toFixed(1);
      const y = (top + inside - size).toFixed(1);
      const number =
        count > 0 && own.length === 1
          ? `<text x="${(start + step / 2).toFixed(1)}" y="${(top + inside - size - 5).toFixed(1)}" text-anchor="middle">${count}</text>`
          : '';
      return `<rect class="${kind}" x="${x}" y="${y}" width="${each.toFixed(1)}" height="${size}"><title>${escaped(`${label}: ${count}`)}</title></rect>${number}`;
    });
    const x = (start + step / 2).toFixed(1);
    const y = top + inside + 16;
    const turn = tilted ? ` text-anchor="end" transform="rotate(-32 ${x} ${y})"` : ' text-anchor="middle"';
    return `${columns.join('')}<text x="${x}" y="${y}"${turn}>${escaped(label)}</text>`;
  });
  return `<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}"><text x="0" y="12">${escaped(axis)}</text><line class="axis" x1="${left}" y1="${top + inside}" x2="${width - right}" y2="${top + inside}"/><text x="${left - 6}" y="${top + 5}" text-anchor="end">${most}</text><line class="grid" x1="${left}" y1="${top}" x2="${width - right}" y2="${top}"/><text x="${left - 6}" y="${top + inside + 4}" text-anchor="end">0</text>${drawn.join('')}</svg>`;
}

export function changeChart({ changeDistribution }: Impact, language: Language): string {
  const w = impactWords[language];
  return bars(
    changeDistribution.map((bar) => ({
      label: changeLabel(bar),
      bars: [
        {
          count: bar.forms,
          kind: bar.from === bar.to ? 'same' : bar.from.startsWith('-') ? 'lower' : 'higher',
        },
      ],
    })),
    w.forms,
    w.changeDistribution,
  );
}

/** From the first bar that anybody stands in. */
export function totalChart({ distribution }: Impact, language: Language): string {
  const w = impactWords[language];
  const first = distribution.findIndex(({ before, after }) => before + after > 0);
  return bars(
    distribution.slice(Math.max(0, first)).map(({ from, to, before, after }) => ({
      label: `${from}–${to}`,
      bars: [
        { count: before, kind: 'before' },
        { count: after, kind: 'after' },
      ],
    })),
    w.forms,
    w.distribution,
  );
}
