/** The start page: what this is, a filed form worked out line by line, and the rulebooks. It computes nothing. */

import { html } from 'hono/html';
import { calculation, type Language, type LedgerNode, sentence } from '../../../engine/index.ts';
import { words } from '../../../schemas/generated/words.ts';
import type { Edition } from '../../library.ts';
import type { Example } from '../services.ts';
import type { Markup } from './page.ts';
import { type StartWords, startWords } from './words.ts';

export interface StartContent {
  editions: readonly Edition[];
  example: Example | undefined;
  /** Where this server is reached, for commands to copy. */
  origin: string;
}

export function start({ editions, example, origin }: StartContent, language: Language): Markup {
  const w = startWords[language];
  return html`<section class="hero${example ? '' : ' alone'}">
<div class="lead">
<h1>${w.promise.map((line) => html`<span>${line}</span>`)}</h1>
<p>${w.what}</p>
<ul>${w.points.map(([head, rest]) => html`<li><b>${head}</b>${rest}</li>`)}</ul>
<p class="actions"><a class="button" href="/docs?lang=${language}">${w.reference}</a><a href="#rulebooks">${w.toRulebooks}</a></p>
</div>
${example ? sheet(example, language, w) : ''}
</section>
<section id="rulebooks">
<h2>${w.rulebooks}</h2>
<p class="sub">${w.aboutRulebooks}</p>
${editions.length > 0 ? rulebookTable(editions, language, w) : html`<p class="note">${w.noRulebooks}</p>`}
</section>
${example ? commands(origin, language, w) : ''}`;
}

/** One filed form as a sheet of paper: each line, how its points came about, and what rests on which clause. */
function sheet({ evaluation }: Example, language: Language, w: StartWords): Markup {
  const { form, total, outOf, claimed, ledger, rulebook } = evaluation;
  const lines = leavesOf(ledger).filter(({ status }) => status === 'scored');
  const lost = lines.find((line) => line.lost !== '0' && line.text);
  return html`<article class="sheet">
<header>
<div><h2 lang="zh">${form.name}</h2><p lang="zh">${rulebook.title}</p></div>
<p class="total"><b>${total}</b><span>/ ${outOf}</span>${claimed === total ? html`<em>${w.agrees(claimed)}</em>` : ''}</p>
</header>
<table>
<thead><tr><th scope="col">${w.line}</th><th scope="col">${w.how}</th><th scope="col" class="number">${w.pointsOfWeight}</th></tr></thead>
<tbody>${lines.map(
    (line) => html`<tr${line.lost === '0' ? '' : html` class="lost"`}>
<th scope="row" lang="zh">${line.name}</th><td>${howOf(line, language)}</td><td class="number"><b>${line.points}</b> / ${line.weight}</td></tr>`,
  )}</tbody>
<tfoot><tr><th scope="row">${w.total}</th><td>${ledger.steps.map((step) => sentence(step, language))}</td><td class="number"><b>${total}</b> / ${outOf}</td></tr></tfoot>
</table>
${lost ? html`<dl lang="zh"><dt>${w.clause}</dt><dd>${lost.text}</dd>${lost.reading ? html`<dt>${w.reading}</dt><dd>${lost.reading}</dd>` : ''}</dl>` : ''}
</article>`;
}

const leavesOf = (node: LedgerNode): LedgerNode[] =>
  node.children ? node.children.flatMap(leavesOf) : [node];

/** The calculation; where that is only the points, what they were given for. */
function howOf({ points, steps }: LedgerNode, language: Language): string {
  const computed = calculation(steps, language);
  if (computed !== undefined && computed !== points) return computed;
  const chosen = steps.find(({ step }) => step === 'choose');
  return chosen ? sentence(chosen, language) : (computed ?? '');
}

function rulebookTable(editions: readonly Edition[], language: Language, w: StartWords): Markup {
  return html`<table class="rulebooks">
<thead><tr><th scope="col">${w.title}</th><th scope="col">${w.edition}</th><th scope="col">${w.subjects}</th><th scope="col" class="number">${w.outOf}</th><th scope="col">${w.grades}</th><th scope="col">${w.open}</th></tr></thead>
<tbody>${editions.map((edition) => rulebookRow(edition, language, w))}</tbody>
</table>`;
}

function rulebookRow(
  { rulebook, edition, plan, diagnostics }: Edition,
  language: Language,
  w: StartWords,
): Markup {
  const address = `/api/rulebooks/${encodeURIComponent(rulebook)}/${encodeURIComponent(edition)}`;
  if (!plan) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    return html`<tr><th scope="row"><code>${rulebook}</code></th><td>${edition}</td><td colspan="3">${w.unusable(errors)}</td><td><a href="${address}/source">YAML</a></td></tr>`;
  }
  const { title, status, subjects, total, grades } = plan.rulebook;
  return html`<tr>
<th scope="row"><a href="${address}/source" lang="zh">${title}</a><code>${rulebook}</code></th>
<td>${edition}${status === 'published' ? '' : html` <em class="badge">${words.rulebookStatus[status][language]}</em>`}</td>
<td>${subjects.map((subject) => html`<span>${words.subject[subject][language]}</span> `)}</td>
<td class="number">${total}</td>
<td lang="zh">${grades ? grades.map(({ name, from }) => html`<span>${name} ${w.from(from)}</span> `) : html`<i>${w.noGrades}</i>`}</td>
<td class="links"><a href="${address}/source">YAML</a><a href="${address}">JSON</a></td>
</tr>`;
}

function commands(origin: string, language: Language, w: StartWords): Markup {
  return html`<section>
<h2>${w.tryIt}</h2>
<p class="sub">${w.aboutTrying}</p>
<pre class="command"><code>curl -s ${origin}/api/example -o form.json
curl -s -H 'Content-Type: application/json' -H 'Accept: text/plain' --data-binary @form.json '${origin}/api/explain?lang=${language}'</code></pre>
</section>`;
}
