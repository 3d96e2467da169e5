/** Findings as text, grouped by severity: code, place, message, what to do. */
import type { Finding, Language, Severity } from '../../engine/index.ts';
import { fold, pageWidth } from '../documents/layout.ts';
import { severities, words } from './words.ts';

const order: Severity[] = ['error', 'warning', 'info'];

export function findingsText(findings: readonly Finding[], language: Language): string[] {
  const w = words[language];
  if (findings.length === 0) return ['', w.noFindings];
  return order.flatMap((severity) => {
    const all = findings.filter((one) => one.severity === severity);
    if (all.length === 0) return [];
    return [
      '',
      `${severities[severity][language]} ${all.length}`,
      ...all.flatMap((one) => lines(one, language)),
    ];
  });
}

function lines({ code, place, message, help }: Finding, language: Language): string[] {
  const at = place?.name ?? place?.indicator ?? place?.input;
  return [
    ...fold(`  ${code}${at ? ` · ${at}` : ''}`, pageWidth, '    '),
    ...fold(`    ${message[language]}`, pageWidth, '    '),
    ...(help?.[language] ? fold(`    ${words[language].help}${help[language]}`, pageWidth, '      ') : []),
  ];
}

/** `错误 2，提醒 3，说明 1` */
export function countText(findings: readonly Finding[], language: Language): string {
  const counts = order.map(
    (severity) =>
      `${severities[severity][language]} ${findings.filter((one) => one.severity === severity).length}`,
  );
  return counts.join(language === 'zh' ? '，' : ', ');
}
