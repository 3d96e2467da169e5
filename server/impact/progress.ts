/** A bar on the terminal while many forms are read; nothing where nobody watches. */
import { SingleBar } from 'cli-progress';
import type { Language } from '../../engine/index.ts';

export interface Progress {
  tell(read: number, of: number, forms: number): void;
  stop(): void;
}

const silent: Progress = { tell: () => {}, stop: () => {} };

export function progressOn(stream: NodeJS.WriteStream, language: Language): Progress {
  if (!stream.isTTY) return silent;
  const said = language === 'zh' ? '已算 {forms} 张' : '{forms} forms';
  const bar = new SingleBar({
    stream,
    format: `{bar} {percentage}%  ${said}  {duration_formatted}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
  });
  let started = false;
  return {
    tell: (read, of, forms) => {
      if (of === 0) return;
      if (!started) bar.start(of, 0, { forms: 0 });
      started = true;
      bar.update(Math.min(read, of), { forms });
    },
    stop: () => {
      if (started) bar.stop();
    },
  };
}
