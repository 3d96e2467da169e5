/** Every schema the API speaks of: those of the engine, and the few envelopes that only exist here. */
import { schemas as engineSchemas } from '../../schemas/generated/schemas.ts';

type Schema = Record<string, unknown>;

export const schemaBase = 'https://zhunsheng.dev/schemas/';

const envelope = (title: string, description: string, properties: Record<string, Schema>, optional = '') => ({
  title,
  description,
  type: 'object',
  properties,
  additionalProperties: false,
  required: Object.keys(properties).filter((key) => !optional.split(' ').includes(key)),
});

const text = (title: string, description: string): Schema => ({ title, description, type: 'string' });
const count = (title: string, description: string): Schema => ({
  title,
  description,
  type: 'integer',
  minimum: 0,
});
const rulebookPart = (property: string): Schema => ({
  $ref: `rulebook.schema.json#/properties/${property}`,
});
const identity = {
  rulebook: text('规则标识', '评分规则的标识。'),
  edition: text('年度版本', '年度版本的名称。'),
  title: text('标题', '评分规则的标题。'),
  hash: text('内容摘要', '规则内容的 SHA-256；注释与排版不影响它。'),
};

const envelopes = {
  rulebookList: envelope('评分规则目录', '本服务器上的全部评分规则。', {
    rulebooks: {
      title: '评分规则',
      description: '按标识与年度排列。',
      type: 'array',
      items: { $ref: 'rulebookSummary.schema.json' },
    },
  }),
  rulebookSummary: envelope(
    '目录中的一项',
    '一份评分规则的概要。有错误、不能使用的规则只有标识、年度和诊断数。',
    {
      ...identity,
      usable: { title: '能用', description: '没有错误，能用来计分。', type: 'boolean' },
      status: rulebookPart('status'),
      subjects: rulebookPart('subjects'),
      total: rulebookPart('total'),
      grades: rulebookPart('grades'),
      diagnostics: envelope('诊断数', '载入这份规则时的诊断，按轻重计数。', {
        errors: count('错误', '有错误的规则不能使用。'),
        warnings: count('警告', '警告的个数。'),
      }),
    },
    'title hash status subjects total grades',
  ),
  rulebookDocument: envelope('评分规则与摘要', '一份评分规则的标识、内容摘要与全文；数一律为文本。', {
    ...identity,
    content: { $ref: 'rulebook.schema.json' },
  }),
  inlineDossier: {
    title: '写全的申报材料',
    description: '申报材料；各表须直接写在其中，不能只写文件名。',
    allOf: [
      { $ref: 'dossier.schema.json' },
      { properties: { forms: { items: { $ref: 'submission.schema.json' } } } },
    ],
  },
  explained: envelope('说明', '评价结果写成人能逐行核对的文字。', { text: text('文字', '说明的全文。') }),
  checked: envelope(
    '查错的答复',
    '一份评分规则能不能用，以及全部诊断。',
    {
      usable: { title: '可用', description: '没有错误，可以计分。', type: 'boolean' },
      identity: envelope('标识', '读出的标识与内容摘要；有错误时没有此项。', identity),
      diagnostics: {
        title: '诊断',
        description: '全部诊断，各带行、列与改正办法。',
        type: 'array',
        items: { $ref: 'diagnostic.schema.json' },
      },
    },
    'identity',
  ),
  health: envelope('状态', '服务器在运行。', {
    status: { title: '状态', description: '恒为 ok。', const: 'ok' },
    engine: text('引擎版本', '计分引擎的版本。'),
  }),
  openapi: {
    title: '接口说明',
    description: 'OpenAPI 3.1 文档。',
    type: 'object',
    required: ['openapi', 'info', 'paths', 'components'],
  },
} as const satisfies Record<string, Schema>;

/** The schemas a route may name. */
export type DocumentName =
  | 'submission'
  | 'evaluation'
  | 'audit'
  | 'problem'
  | 'rulebook'
  | keyof typeof envelopes;

/** All of them by name, each with its `$id`; references between them are relative to it. */
export const schemas: Readonly<Record<string, Schema>> = {
  ...engineSchemas,
  ...Object.fromEntries(
    Object.entries(envelopes).map(([name, schema]) => [name, { $id: schemaId(name), ...schema }]),
  ),
};

function schemaId(name: string): string {
  return `${schemaBase}${name}.schema.json`;
}
