/** What every page has: head, the bar at the top, and the foot. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { engineVersion, type Language } from '../../../engine/index.ts';

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

const words = {
  zh: { name: '准绳', tagline: '绩效自评的计分与稽核', reference: '接口参考', engine: '引擎' },
  en: {
    name: 'Zhunsheng',
    tagline: 'scoring and audit of self-evaluations',
    reference: 'API reference',
    engine: 'engine',
  },
} as const;

/** A whole page in the given language; `head` is put before the end of its head, `body` in its middle. */
export function page(
  c: Context,
  language: Language,
  parts: { title: string; head?: Markup; body: Markup },
): Response | Promise<Response> {
  const w = words[language];
  const other = language === 'zh' ? 'en' : 'zh';
  c.header('Content-Language', language);
  c.header('Vary', 'Accept-Language');
  return c.html(html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${parts.title}</title>
<link rel="icon" type="image/svg+xml" href="/assets/mark.svg">
<link rel="stylesheet" href="/assets/page.css">
${parts.head ?? ''}
</head>
<body>
<header class="bar">
<a class="brand" href="/?lang=${language}"><img src="/assets/mark.svg" alt="" width="28" height="28"><b>${w.name}</b><span>${w.tagline}</span></a>
<nav>
<a href="/docs?lang=${language}">${w.reference}</a>
<a href="/openapi.json">OpenAPI</a>
<a href="${c.req.path}?lang=${other}" hreflang="${other}" lang="${other}">${other === 'en' ? 'English' : '中文'}</a>
</nav>
</header>
<main>${parts.body}</main>
<footer>${w.name} · ${w.engine} ${engineVersion}</footer>
</body>
</html>`);
}
