/** The reference page: the API's document, readable and to be tried. Everything it loads is on this server. */
import { html } from 'hono/html';
import type { Language } from '../../../engine/index.ts';

export const referenceTitle = { zh: '接口参考 · 准绳', en: 'API reference · Zhunsheng' };

export const referenceHead = () => html`<link rel="stylesheet" href="/assets/swagger-ui.css">
<link rel="stylesheet" href="/assets/reference.css">
<script defer src="/assets/swagger-ui-bundle.js"></script>
<script defer src="/assets/reference.js"></script>`;

const noScript = {
  zh: '这一页要用到脚本；接口说明的原文见 ',
  en: 'This page needs scripts; the document itself is at ',
};

export const reference = (language: Language) => html`<div id="reference"></div>
<noscript><p class="note">${noScript[language]}<a href="/openapi.json">/openapi.json</a></p></noscript>`;
