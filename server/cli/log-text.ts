/** What a verification of the log says, in words. */
import type { Language } from '../../engine/index.ts';
import type { LogVerification } from '../store/log.ts';

export function logText({ intact, entries, head, broken }: LogVerification, language: Language): string[] {
  const zh = language === 'zh';
  if (intact)
    return [
      zh
        ? `日志完好，${entries} 条；末条的摘要：${head || '（没有）'}`
        : `the log is intact, ${entries} entries; hash of the last: ${head || '(none)'}`,
    ];
  return [
    zh
      ? `日志不完好：第 ${broken!.seq} 条，${broken!.reason.zh}；它之前的 ${entries} 条完好`
      : `the log is broken at entry ${broken!.seq}: ${broken!.reason.en}; the ${entries} before it are intact`,
  ];
}
