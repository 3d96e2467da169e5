/** An impact as one page that stands alone: no script, nothing fetched; for someone who never saw YAML. */
import type { Impact, ImpactEdit, ImpactForm, Language } from '../../../engine/index.ts';
import { escaped } from '../diff/escape.ts';
import { style } from '../diff/style.ts';
import { changeChart, totalChart } from './charts.ts';
import {
  colon,
  countsText,
  type ImpactWords,
  impactWords,
  nameOf,
  needKinds,
  ranksText,
  signed,
  titleIn,
  verdictText,
} from './words.ts';

const ownStyle = `
svg rect.before{fill:#9db0bb}svg rect.after{fill:var(--mark)}
svg rect.higher{fill:var(--up)}svg rect.lower{fill:var(--down)}svg rect.same{fill:#b9b3a4}
.legend i.bar{height:12px;border:0}.legend i.bar.before{background:#9db0bb}.legend i.bar.after{background:var(--mark)}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:22px}
.pair .card{margin:0;padding:18px 20px}.pair h3{margin-bottom:8px}
td.what{min-width:190px}td.causes{min-width:300px;font-size:13px}td.causes span{display:block}
.bar{display:inline-block;height:9px;vertical-align:middle}
.bar.higher{background:var(--up)}.bar.lower{background:var(--down)}
.written{margin:4px 0 0;font:12px/1.6 var(--mono);color:var(--soft);overflow-wrap:anywhere}
@media(max-width:900px){.pair{grid-template-columns:minmax(0,1fr)}}
`;

export function impactPage(impact: Impact, language: Language): string {
  const page = new Page(impact, language);
  return page.html();
}

class Page {
  private readonly impact: Impact;
  private readonly language: Language;
  private readonly w: ImpactWords;

  constructor(impact: Impact, language: Language) {
    this.impact = impact;
    this.language = language;
    this.w = impactWords[language];
  }

  html(): string {
    const { w, impact } = this;
    const compared = impact.change
      ? [
          this.distributions(),
          this.edits(),
          this.grades(),
          this.forms(w.gains, impact.gains),
          this.forms(w.losses, impact.losses),
        ]
      : [];
    const sections = [
      this.top(),
      this.conclusion(),
      ...compared,
      this.needs(),
      this.diagnostics(),
      this.footer(),
    ];
    return `<!doctype html>
<html lang="${this.language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(`${w.title} ${nameOf(impact)}`)}</title><style>${style}${ownStyle}</style></head>
<body><main>
${sections.filter((one) => one !== '').join('\n')}
</main></body></html>
`;
  }

  private top(): string {
    const side = (key: 'before' | 'after') => {
      const one = this.impact[key];
      return `<div class="edition ${key}"><span class="which">${this.w[key]}</span><b>${escaped(one.title)}</b><span>${escaped(`${one.rulebook}@${one.edition}`)}</span></div>`;
    };
    return `<div class="top"><div class="brand"><b>准绳</b>${escaped(this.w.title)}</div>
<h1>${escaped(this.w.title)}</h1>
<div class="editions">${side('before')}<div class="arrow">→</div>${side('after')}</div></div>`;
  }

  private conclusion(): string {
    const { impact, language, w } = this;
    const figure = (kind: string, number: string, label: string) =>
      `<div class="figure ${kind}"><b>${escaped(number)}</b><span>${escaped(label)}</span></div>`;
    const figures = impact.change
      ? `<div class="figures">${[
          figure(direction(impact.change.mean), signed(impact.change.mean), `${w.change} · ${w.mean}`),
          figure('up', String(impact.higher), w.higher),
          figure('down', String(impact.lower), w.lower),
          figure('', String(impact.same), w.same),
        ].join('')}</div>`
      : '';
    const ranks = impact.change ? `<li>${escaped(ranksText(impact, language))}</li>` : '';
    return `<section class="conclusion"><div><p>${escaped(verdictText(impact, language))}</p><ul><li>${escaped(countsText(impact, language))}</li>${ranks}</ul>${this.totals()}</div>${figures}</section>`;
  }

  private totals(): string {
    const { totalsBefore, totalsAfter, change } = this.impact;
    if (!totalsBefore || !totalsAfter || !change) return '';
    return this.table(
      [this.w.total, this.w.before, this.w.after, this.w.change],
      (['mean', 'median', 'least', 'most', 'sum'] as const).map((key) => [
        cell(this.w[key]),
        number(totalsBefore[key]),
        number(totalsAfter[key]),
        moved(change[key]),
      ]),
    );
  }

  private distributions(): string {
    const { w, impact, language } = this;
    return `<section><h2>${escaped(w.changeDistribution)}</h2><div class="pair"><figure class="card"><h3>${escaped(w.changeDistribution)}</h3>${changeChart(impact, language)}</figure><figure class="card"><h3>${escaped(w.distribution)}</h3><p class="legend"><span><i class="bar before"></i>${w.before}</span><span><i class="bar after"></i>${w.after}</span></p>${totalChart(impact, language)}</figure></div></section>`;
  }

  private edits(): string {
    const { w, impact, language } = this;
    const acting = impact.edits.filter(({ effect }) => effect !== 'none');
    const idle = impact.edits.filter(({ effect }) => effect === 'none');
    const rows = acting.map((one) => [
      `<td class="what"><b>${escaped(one.title[language])}</b>${this.wording(one)}</td>`,
      moved(one.mean),
      moved(one.sum),
      number(String(one.higher)),
      number(String(one.lower)),
      moved(one.largestGain),
      moved(one.largestLoss),
      number(one.gradeChanges === 0 ? '' : String(one.gradeChanges)),
    ]);
    const table = this.table(
      [w.edit, w.mean, w.sum, w.higher, w.lower, w.largestGain, w.largestLoss, w.grade],
      rows,
    );
    const none =
      idle.length === 0
        ? ''
        : `<article class="card"><h3>${escaped(w.none)}</h3><ul class="rows">${idle.map((one) => `<li><b>${escaped(one.title[language])}</b>${this.wording(one)}</li>`).join('')}</ul></article>`;
    const nothing = impact.edits.length === 0 ? `<p>${escaped(w.unchanged)}</p>` : '';
    return `<section><h2>${escaped(w.editsTitle)}</h2>${nothing}${acting.length > 0 ? `<article class="card">${table}</article>` : ''}${none}<p class="note">${escaped(impact.method[language])}</p></section>`;
  }

  private wording({ changes }: ImpactEdit): string {
    const { language } = this;
    return changes
      .map(
        ({ subject, message }) =>
          `<p class="written">${escaped(`${subject[language]}${colon(language)}${message[language]}`)}</p>`,
      )
      .join('');
  }

  private grades(): string {
    const { w, impact } = this;
    if (impact.grades.length === 0) return '';
    const rows = impact.grades.map(({ before, after, forms }) => [
      cell(before || w.noGrade),
      cell(after || w.noGrade),
      number(String(forms)),
    ]);
    return `<section><h2>${escaped(w.grades)}</h2><article class="card">${this.table([w.before, w.after, w.forms], rows)}</article></section>`;
  }

  private forms(title: string, forms: readonly ImpactForm[]): string {
    const { w, impact, language } = this;
    if (forms.length === 0) return '';
    const graded = forms.some((one) => one.gradeBefore !== undefined || one.gradeAfter !== undefined);
    const rows = forms.map((one) => [
      `<td>${escaped(one.name)}${one.unit === undefined ? '' : `<br><span class="note">${escaped(one.unit)}</span>`}</td>`,
      number(one.before),
      number(one.after),
      moved(one.change),
      ...(graded ? [cell(`${one.gradeBefore ?? '—'} → ${one.gradeAfter ?? '—'}`)] : []),
      number(`${one.rankBefore} → ${one.rankAfter}`),
      `<td class="causes">${one.parts.map((part) => `<span>${escaped(titleIn(impact, part.edit, language))} <b class="${direction(part.change)}">${signed(part.change)}</b></span>`).join('')}</td>`,
    ]);
    const head = [w.name, w.before, w.after, w.change, ...(graded ? [w.grade] : []), w.rank, w.parts];
    return `<section><h2>${escaped(title)}</h2><article class="card scroll">${this.table(head, rows, ['', 'number', 'number', 'number', ...(graded ? [''] : []), 'number', ''])}</article></section>`;
  }

  private needs(): string {
    const { w, impact, language } = this;
    if (impact.needs.length === 0) return '';
    const rows = impact.needs.map((one) => [
      `<td><b>${escaped(one.name)}</b> <span class="mono">${escaped(one.id)}</span></td>`,
      cell(needKinds[one.kind][language]),
      cell(one.readBy.join('、')),
      number(String(one.forms)),
    ]);
    return `<section><h2>${escaped(w.needs)}</h2><article class="card">${this.table([w.name, w.kind, w.readBy, w.lacking], rows, ['', '', '', 'number'])}</article></section>`;
  }

  private diagnostics(): string {
    const { w, impact, language } = this;
    if (impact.diagnostics.length === 0) return '';
    const items = impact.diagnostics.map(({ place, message, help }) => {
      const where = [place?.file, place?.line, place?.column].filter((part) => part !== undefined).join(':');
      return `<li>${escaped(message[language])}${help ? ` <span class="note">${escaped(help[language])}</span>` : ''}<br><span class="mono">${escaped(where)}</span></li>`;
    });
    return `<section><h2>${escaped(w.diagnostics)}</h2><article class="card"><ul class="rows">${items.join('')}</ul></article></section>`;
  }

  private footer(): string {
    const { before, after, engine } = this.impact;
    return `<footer>准绳 Zhunsheng ${escaped(engine)}<br><span class="mono">${escaped(before.hash)} → ${escaped(after.hash)}</span></footer>`;
  }

  /** Columns after the first hold numbers, unless told otherwise. */
  private table(
    head: readonly string[],
    rows: readonly (readonly string[])[],
    kinds: readonly string[] = head.map((_, index) => (index === 0 ? '' : 'number')),
  ): string {
    const titles = head.map((title, index) => `<th class="${kinds[index]}">${escaped(title)}</th>`);
    return `<table><thead><tr>${titles.join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.join('')}</tr>`).join('')}</tbody></table>`;
  }
}

const direction = (change: string): string => (change === '0' ? '' : change.startsWith('-') ? 'down' : 'up');
const cell = (text: string): string => `<td>${escaped(text)}</td>`;
const number = (text: string): string => `<td class="number">${escaped(text)}</td>`;
const moved = (text: string): string =>
  `<td class="number ${text === '0' ? '' : text.startsWith('-') ? 'lower' : 'higher'}">${signed(text)}</td>`;
