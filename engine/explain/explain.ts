/** Evaluation → a text a person can follow: each line with its points, how they came about, and why points were lost. */
import type { Evaluation, LedgerNode } from '../../schemas/generated/types.ts';
import { derivationOf } from './derivation.ts';
import { changeOf, lossGroups } from './losses.ts';
import { type Language, sentence } from './sentences.ts';

const words = {
  zh: {
    total: '总分',
    of: '满分',
    grade: '等次',
    noGrade: '不给等次',
    claimed: '自评',
    reading: '口径',
    inferred: '（推定）',
    text: '条文',
    source: '出处',
    findings: '疑点',
    rulebook: '评分规则',
    engine: '引擎',
    open: '（有缺数据的项）',
    losses: { lost: '扣分小计', won: '加分小计', unscored: '缺数据未计分小计' },
    range: '补齐后总分',
    to: '至',
  },
  en: {
    total: 'total',
    of: 'of',
    grade: 'grade',
    noGrade: 'no grade',
    claimed: 'claimed',
    reading: 'reading',
    inferred: ' (inferred)',
    text: 'text',
    source: 'source',
    findings: 'findings',
    rulebook: 'rulebook',
    engine: 'engine',
    open: ' (some lines lack data)',
    losses: { lost: 'points lost', won: 'points won on top', unscored: 'not scored for want of data' },
    range: 'the total once filled in',
    to: 'to',
  },
} as const;

const statuses: Record<LedgerNode['status'], { zh: string; en: string }> = {
  scored: { zh: '', en: '' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  missing: { zh: '缺数据', en: 'data missing' },
  excluded: { zh: '不评', en: 'left out' },
};

const severities = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提醒', en: 'warning' },
  info: { zh: '说明', en: 'info' },
} as const;

const colons = { zh: '：', en: ': ' } as const;

/** The whole explanation as lines of text. */
export function explain(evaluation: Evaluation, language: Language): string {
  const telling: Telling = { language, oneLine: remembering(oneLine) };
  const w = words[language];
  const c = colons[language];
  const { form, rulebook, total, outOf, grade, gradeWithheld, findings, range } = evaluation;
  const lines = [
    form.name,
    `${w.rulebook}${c}${rulebook.title} (${rulebook.rulebook}@${rulebook.edition}, ${rulebook.hash.slice(0, 12)}) · ${w.engine} ${evaluation.engine}`,
    `${w.total} ${total} ${language === 'zh' ? `（${w.of} ${outOf}）` : `${w.of} ${outOf}`}${grade ? ` · ${w.grade} ${grade}` : ''}${evaluation.status === 'incomplete' ? w.open : ''}`,
    ...(range ? [`${w.range}${c}${range.least} ${w.to} ${range.most}`] : []),
    ...(gradeWithheld ? [`${w.noGrade}${c}${gradeWithheld[language]}`] : []),
    '',
    ...(evaluation.ledger.children ?? []).flatMap((child) => explainNode(child, 0, telling)),
    '',
    ...evaluation.ledger.steps.map((step) => `${w.total}${c}${sentence(step, language)}`),
    ...explainLosses(evaluation, language),
  ];
  if (findings.length > 0)
    lines.push(
      '',
      `${w.findings}${c.trim()}`,
      ...findings.map(
        (finding) =>
          `- [${severities[finding.severity][language]}] ${finding.code}${c}${finding.message[language]}`,
      ),
    );
  return `${lines.join('\n')}\n`;
}

/** What is the same for every line of one explanation. */
interface Telling {
  language: Language;
  /** Rows of one group quote the same clause. */
  oneLine(text: string): string;
}

function explainNode(node: LedgerNode, depth: number, telling: Telling): string[] {
  const { language } = telling;
  const c = colons[language];
  const w = words[language];
  const indent = '  '.repeat(depth);
  const status = statuses[node.status][language];
  const claimed = node.claimed === undefined ? '' : ` · ${w.claimed} ${node.claimed}`;
  const head = `${indent}${node.name}${c}${node.points} / ${node.weight}${status ? ` · ${status}` : ''}${claimed}`;
  if (node.children)
    return [head, ...node.children.flatMap((child) => explainNode(child, depth + 1, telling))];
  const inner = `${indent}    `;
  return [
    head,
    ...derivationOf(node, language).map((line) => inner + line),
    ...(node.text
      ? [`${inner}${w.text}${c}${telling.oneLine(node.text)}${node.source ? ` — ${node.source}` : ''}`]
      : []),
    ...(node.reading
      ? [`${inner}${w.reading}${node.inferred ? w.inferred : ''}${c}${telling.oneLine(node.reading)}`]
      : []),
  ];
}

/** Every point that the total lost has a line, and the lines add to it. */
function explainLosses(evaluation: Evaluation, language: Language): string[] {
  const w = words[language];
  const colon = colons[language];
  return lossGroups(evaluation).flatMap(({ kind, total, losses }) => [
    '',
    `${w.losses[kind]}${colon}${total}`,
    ...losses.map((loss) => {
      const why = loss.because?.[language];
      return `- ${loss.name}${colon}${changeOf(loss)}${why && why !== loss.name ? ` · ${why}` : ''}`;
    }),
  ]);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The same function, asked once for each text. */
function remembering(of: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text) ?? of(text);
    known.set(text, found);
    return found;
  };
}
