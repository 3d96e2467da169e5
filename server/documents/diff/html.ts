/** A comparison as one page that stands alone: no script, nothing fetched; for someone who never saw YAML. */

import {
  type Bilingual,
  type ComparedForm,
  type Difference,
  Exact,
  type Language,
} from '../../../engine/index.ts';
import { words } from '../../../schemas/generated/words.ts';
import { placeText, shownAmount, shownPoints, witnessText } from './amounts.ts';
import { chart } from './chart.ts';
import { escaped } from './escape.ts';
import { gradeBars } from './grade-bars.ts';
import { joinSubjects, type ToldChange, type ToldLine } from './merge.ts';
import { type Story, storyOf } from './story.ts';
import { style } from './style.ts';
import { inLanguage, mostCases } from './text.ts';
import { titles, verdictOf } from './words.ts';

/** More intervals than this are drawn, not listed. */
const mostIntervals = 5;

export const differencePage = (
  difference: Difference,
  language: Language,
  nameOf: (input: string) => string,
): string => new Page(difference, language, nameOf).html();

class Page {
  private readonly difference: Difference;
  private readonly story: Story;
  private readonly language: Language;
  private readonly nameOf: (input: string) => string;

  constructor(difference: Difference, language: Language, nameOf: (input: string) => string) {
    this.difference = difference;
    this.story = storyOf(difference);
    this.language = language;
    this.nameOf = nameOf;
  }

  html(): string {
    const { before, after } = this.difference;
    const title = `${this.w(titles.page)} ${before.rulebook}@${before.edition} → ${after.rulebook}@${after.edition}`;
    return `<!doctype html>
<html lang="${this.language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)}</title><style>${style}</style></head>
<body><main>
${[this.top(), this.conclusion(), this.scores(), this.grades(), this.whole(), this.cases(), this.written(), this.same(), this.footer()].filter(Boolean).join('\n')}
</main></body></html>
`;
  }

  private w(words: Bilingual): string {
    return escaped(words[this.language]);
  }
  private say(zh: string, en: string): string {
    return this.language === 'zh' ? zh : en;
  }

  private top(): string {
    const side = (key: 'before' | 'after') => {
      const one = this.difference[key];
      return `<div class="edition ${key}"><span class="which">${this.w(titles[key])}</span><b>${escaped(one.title)}</b><span>${escaped(`${one.rulebook}@${one.edition}`)} · ${this.w(statuses[one.status] ?? { zh: one.status, en: one.status })}</span></div>`;
    };
    return `<div class="top"><div class="brand"><b>准绳</b>${this.say('评分规则比较', 'rulebooks compared')}</div>
<h1>${this.w(titles.page)}</h1>
<div class="editions">${side('before')}<div class="arrow">→</div>${side('after')}</div></div>`;
  }

  private conclusion(): string {
    const { headline, points } = this.story;
    const list =
      points.length > 0 ? `<ul>${points.map((one) => `<li>${this.w(one)}</li>`).join('')}</ul>` : '';
    return `<section class="conclusion"><div>${headline.map((one) => `<p>${this.w(one)}</p>`).join('')}${list}</div>${this.figures()}</section>`;
  }

  private figures(): string {
    const { whole, lines, written } = this.difference;
    const figure = (kind: string, number: string, label: string) =>
      `<div class="figure ${kind}"><b>${escaped(number)}</b><span>${label}</span></div>`;
    const limit = (reached: boolean, exact: boolean) =>
      !exact ? this.say('（上界）', ' (bound)') : reached ? '' : this.say('（接近）', ' (almost)');
    const differing = lines.filter(({ verdict }) => verdict !== 'equal').length;
    return `<div class="figures">${[
      ...(whole.gain
        ? [
            figure(
              'up',
              `+${shownPoints(whole.gain.points)}`,
              this.say('一张表最多多得的分', 'most a form can gain') +
                limit(whole.gain.reached, whole.gain.exact),
            ),
          ]
        : []),
      ...(whole.loss
        ? [
            figure(
              'down',
              `−${shownPoints(whole.loss.points)}`,
              this.say('一张表最多少得的分', 'most a form can lose') +
                limit(whole.loss.reached, whole.loss.exact),
            ),
          ]
        : []),
      figure('', `${differing} / ${lines.length}`, this.say('得分不同的行', 'lines that score differently')),
      figure('', String(written.length), this.say('处写法改动', 'edits')),
    ].join('')}</div>`;
  }

  private scores(): string {
    if (this.story.changed.length === 0) return '';
    return `<section><h2>${this.w(titles.scores)}</h2>${this.story.changed.map((line) => this.line(line)).join('\n')}</section>`;
  }

  private line({ subjects, line, marks, beforePlaces, afterPlaces }: ToldLine): string {
    const drawing = chart(line, this.language);
    const chip = line.presence === 'both' ? line.verdict : line.presence;
    const places = [beforePlaces[0], afterPlaces[0]].map(placeText).filter(Boolean).join(' → ');
    return `<article class="card"><header><h3>${escaped(joinSubjects(subjects, this.language))}</h3><span class="chip ${chip}">${this.w(verdictOf(line))}</span>${this.method(line)}</header>
<p class="lead">${this.w(line.message)}${this.say('。', '.')}</p>
<div class="split${drawing ? '' : ' plain'}">${drawing ? `<figure style="margin:0">${this.legend(line)}${drawing}</figure>` : ''}<div class="facts">${this.intervals(line)}${this.situations(line)}${this.examples(line)}</div></div>
<p class="mono">${escaped(places)}<br>${marks.map(({ code, hash }) => escaped(`${code}#${hash}`)).join('　')}</p></article>`;
  }

  private method({ isOtherMethod, ...line }: ToldLine['line']): string {
    const { beforeMethod, afterMethod, beforeWeight, afterWeight } = line;
    const arrow = (was: string, is: string) =>
      `<span class="method"><s>${escaped(was)}</s> → <b>${escaped(is)}</b></span>`;
    const parts = [
      ...(isOtherMethod && beforeMethod && afterMethod
        ? [arrow(beforeMethod[this.language], afterMethod[this.language])]
        : []),
      ...(beforeWeight !== undefined && afterWeight !== undefined && beforeWeight !== afterWeight
        ? [arrow(this.say(`分值 ${beforeWeight}`, `weight ${beforeWeight}`), afterWeight)]
        : []),
    ];
    return parts.join('');
  }

  private legend({ intervals, classifications }: ToldLine['line']): string {
    const has = (sign: string) => intervals.some((one) => one.sign === sign);
    return `<div class="legend"><span><i class="before"></i>${this.w(titles.before)}</span><span><i></i>${this.w(titles.after)}</span>${[
      ...(has('higher')
        ? [`<span><i class="higher"></i>${this.say('后一版更高', 'higher after')}</span>`]
        : []),
      ...(has('lower') ? [`<span><i class="lower"></i>${this.say('后一版更低', 'lower after')}</span>`] : []),
      ...(classifications.length > 0
        ? [`<span><i class="tier"></i>${this.say('分数相同、档次不同', 'same score, other tier')}</span>`]
        : []),
    ].join('')}</div>`;
  }

  private intervals({ intervals, measure }: ToldLine['line']): string {
    if (intervals.length === 0) return '';
    const rows = intervals
      .slice(0, mostIntervals)
      .map(
        ({ where, before, after, difference, sign }) =>
          `<li><b>${this.w(where)}</b><span class="change"><s>${this.formula(before, measure)}</s> → <em>${this.formula(after, measure)}</em></span><span class="${sign}">${this.w(titles.difference)} ${this.formula(difference, measure)}</span></li>`,
      );
    const rest = intervals.length - rows.length;
    const more =
      rest > 0
        ? `<p class="note">${this.say(`另有 ${rest} 段，见图。`, `${rest} more intervals are in the drawing.`)}</p>`
        : '';
    const legend = intervals.some(({ before, after }) => /x/.test(before + after))
      ? `<p class="note">${this.say('x 是横轴上的数，80% 即 0.8。', 'x is the number on the horizontal axis; 80% is 0.8.')}</p>`
      : '';
    return `<ul class="intervals">${rows.join('')}</ul>${more}${legend}`;
  }

  private formula(text: string, measure: ToldLine['line']['measure']): string {
    return escaped(inLanguage(text, measure, this.language));
  }

  private situations({ situations }: Pick<ToldLine['line'], 'situations'>): string {
    if (situations.length === 0) return '';
    const rows = situations.map(
      ({ name, before, after }) =>
        `<tr><td>${this.w(name)}</td><td>${this.w(before)}</td><td>${this.w(after)}</td></tr>`,
    );
    return `<table><thead><tr>${[titles.situation, titles.before, titles.after].map((one) => `<th>${this.w(one)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  }

  private examples(line: ToldLine['line']): string {
    return (['gain', 'loss'] as const)
      .flatMap((side) => {
        const largest = line[side];
        const text = witnessText(largest, line, this.nameOf);
        if (!text || !largest) return [];
        const by = this.w(shownAmount(largest.points, line.measure));
        const title = largest.reached
          ? side === 'gain'
            ? this.say('最多多得', 'most gained')
            : this.say('最多少得', 'most lost')
          : side === 'gain'
            ? this.say('多得可接近', 'gain comes close to')
            : this.say('少得可接近', 'loss comes close to');
        const near = largest.reached ? '' : this.say('（例取近处）', ' (the example is near)');
        return [`<p><b>${title} ${by}</b>${near}<br>${this.say('例：', 'Example: ')}${this.w(text)}</p>`];
      })
      .join('');
  }

  private grades(): string {
    const { grades } = this.difference.whole;
    if (grades.length === 0) return '';
    const scales = grades.filter(({ limit }) => limit === undefined);
    const bars = scales.length > 0 ? gradeBars(scales, this.language) : '';
    const rows = grades.map(
      ({ where, before, after }) =>
        `<tr><td>${this.w(where)}</td><td>${this.w(before)}</td><td>${this.w(after)}</td></tr>`,
    );
    return `<section><h2>${this.w(titles.grades)}</h2><div class="card">${bars}
<table><thead><tr><th>${this.w(titles.when)}</th><th>${this.w(titles.before)}</th><th>${this.w(titles.after)}</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
  }

  private whole(): string {
    const { situations } = this.difference.whole;
    return situations.length === 0
      ? ''
      : `<section><h2>${this.w(titles.whole)}</h2><div class="card">${this.situations({ situations })}</div></section>`;
  }

  private cases(): string {
    const shown = (this.difference.illustrations ?? []).slice(0, mostCases);
    return shown.length === 0
      ? ''
      : `<section><h2>${this.w(titles.cases)}</h2>${shown.map((one) => this.case(one)).join('')}</section>`;
  }

  private case({ name, file, before, after, outOf, lines }: ComparedForm): string {
    const isGroup = (index: number) => (lines[index + 1]?.depth ?? 0) > lines[index]!.depth;
    const hasClaims = lines.some(({ claimed }) => claimed !== undefined);
    const direction = (was: string, is: string) =>
      ['lower', '', 'higher'][Exact.of(is).compare(Exact.of(was)) + 1]!;
    const row = (one: ComparedForm['lines'][number], index: number) =>
      `<tr${isGroup(index) ? ' class="group"' : ''}><td style="padding-left:${(one.depth - 1) * 18}px">${escaped(one.name)}</td><td>${escaped(one.target ?? '')}</td><td>${escaped(one.actual ?? '')}</td><td class="number">${one.weight}</td>${hasClaims ? `<td class="number">${one.claimed ?? ''}</td>` : ''}<td class="number">${one.before}</td><td class="number ${direction(one.before, one.after)}">${one.after}</td></tr>`;
    const heads = [titles.line, titles.target, titles.actual]
      .map((one) => `<th>${this.w(one)}</th>`)
      .join('');
    const numbers = [titles.weight, ...(hasClaims ? [titles.claimed] : []), titles.before, titles.after]
      .map((one) => `<th class="number">${this.w(one)}</th>`)
      .join('');
    return `<article class="card"><header><h3>${escaped(name)}</h3><span class="chip">${this.say(`总分 ${before} → ${after}（满分 ${outOf}）`, `total ${before} → ${after} of ${outOf}`)}</span></header>
<div class="scroll"><table><thead><tr>${heads}${numbers}</tr></thead><tbody>${lines.map(row).join('')}</tbody></table></div><p class="mono">${escaped(file)}</p></article>`;
  }

  private written(): string {
    const { groups } = this.story;
    const body =
      groups.length === 0
        ? `<p>${this.w(titles.nothing)}</p>`
        : groups
            .map(
              ({ title, changes }) =>
                `<div class="card" style="break-inside:auto"><h3>${this.w(title)}</h3><ul class="rows">${changes.map((one) => this.change(one)).join('')}</ul></div>`,
            )
            .join('');
    return `<section><h2>${this.w(titles.written)}</h2>${body}</section>`;
  }

  private change({ subjects, label, message, before, after, marks, isText }: ToldChange): string {
    const [mark] = marks;
    const places = [mark!.before, mark!.after].map((place) => (place ? placeText(place) : '—')).join(' → ');
    const subject = `<b>${escaped(joinSubjects(subjects, this.language))}</b>`;
    const more = marks.length > 1 ? this.say(` 等 ${marks.length} 处`, ` and ${marks.length - 1} more`) : '';
    const codes = `<div class="mono">${escaped(places)}　${escaped(`${mark!.code}#${mark!.hash}`)}${more}</div>`;
    const colon = this.say('：', ': ');
    if (!isText) return `<li>${subject}${colon}${this.w(message)}${codes}</li>`;
    const side = (words: Bilingual | undefined) =>
      words ? `<div>${this.w(words)}</div>` : `<div class="empty">${this.say('（未写）', '(nothing)')}</div>`;
    return `<li>${subject}${colon}${this.w(label)}<div class="sides">${side(before)}${side(after)}</div>${codes}</li>`;
  }

  private same(): string {
    const { equal } = this.story;
    if (equal.length === 0) return '';
    const names = equal.map(({ subject }) => this.w(subject)).join(this.say('、', ', '));
    return `<section><h2>${this.w(titles.equal)}</h2><p class="same">${names}${this.say('。', '.')}</p></section>`;
  }

  private footer(): string {
    const { before, after, engine } = this.difference;
    const hash = (one: typeof before) => `${one.rulebook}@${one.edition} ${one.hash.slice(0, 12)}`;
    return `<footer>${this.say(
      '结论由两部规则逐段推得，不是抽样；分数均为舍入之前。登记接受某处改动时，记下它的代码与指纹。',
      'Decided from both rulebooks piece by piece, not sampled; scores are before rounding. To record the acceptance of an edit, note its code and fingerprint.',
    )}<br><span class="mono">${escaped(hash(before))} · ${escaped(hash(after))} · zhunsheng ${escaped(engine)}</span></footer>`;
  }
}

const statuses: Readonly<Record<string, Bilingual>> = words.rulebookStatus;
