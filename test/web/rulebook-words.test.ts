/** Texts of a rulebook as they are shown: a line folded into the next leaves no space between Chinese sentences. */
import { expect, test, vi } from 'vitest';

vi.stubGlobal('window', { location: { search: '' }, localStorage: { getItem: () => null } });
vi.stubGlobal('document', { documentElement: {} });

test('a fold after a Chinese sign is no space, a printed space stays', async () => {
  const { unfolded } = await import('../../server/web/parts/theirs.tsx');
  expect(unfolded('以 80 分、60 分划线， 等次按总分定。 定性指标')).toBe(
    '以 80 分、60 分划线，等次按总分定。定性指标',
  );
  expect(unfolded('中共某某区委 某某区人民政府')).toBe('中共某某区委 某某区人民政府');
  expect(unfolded('total, then （grade）')).toBe('total, then （grade）');
});
