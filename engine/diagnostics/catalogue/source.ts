/** What can be wrong with a file before its content is looked at: encoding, size, YAML and JSON syntax. */
import type { CataloguePart } from '../entry.ts';

export const source = {
  'file-too-large': {
    severity: 'error',
    message: {
      zh: '文件过大：{size} 字节，最多 {limit} 字节',
      en: 'the file is too large: {size} bytes, at most {limit}',
    },
    help: { zh: '请把内容分成几个文件。', en: 'split the content into several files.' },
  },
  'not-utf8': {
    severity: 'error',
    message: {
      zh: '文件不是 UTF-8 编码（看来是{encoding}）',
      en: 'the file is not UTF-8 text (it looks like {encoding})',
    },
    help: {
      zh: '请用记事本或 WPS 打开，另存为，编码选 UTF-8。',
      en: 'open it in an editor and choose save as, encoding UTF-8.',
    },
  },
  'control-character': {
    severity: 'error',
    message: {
      zh: '此处有不可见的控制字符 {character}',
      en: 'there is an invisible control character {character} here',
    },
    help: {
      zh: '请删除该字符，多为复制粘贴带入。',
      en: 'delete it; it usually comes from copying and pasting.',
    },
  },
  'empty-document': {
    severity: 'error',
    message: { zh: '文件没有内容', en: 'the file has no content' },
    help: { zh: '请从「键: 值」写起。', en: 'begin with "key: value".' },
  },
  'not-a-map': {
    severity: 'error',
    message: {
      zh: '文件最外层应为「键: 值」，现为{found}',
      en: 'the file must be "key: value" at its top level, found {found}',
    },
  },
  'too-deep': {
    severity: 'error',
    message: { zh: '嵌套超过 {limit} 层', en: 'this is nested deeper than {limit} levels' },
    help: { zh: '请减少层次，或检查括号是否成对。', en: 'flatten it, or check that the brackets pair up.' },
  },
  'too-much-content': {
    severity: 'error',
    message: {
      zh: '内容过多：超过 {limit} 个记号',
      en: 'there is too much content: more than {limit} tokens',
    },
    help: { zh: '请把内容分成几个文件。', en: 'split the content into several files.' },
  },
  'several-documents': {
    severity: 'error',
    message: {
      zh: '一个文件只能有一份内容，此处是第二份',
      en: 'a file holds one document; a second one begins here',
    },
    help: { zh: '请删除「---」，或分成两个文件。', en: 'remove the "---", or split the file in two.' },
  },
  'directive-refused': {
    severity: 'error',
    message: { zh: '不能使用指令「{text}」', en: 'the directive "{text}" cannot be used' },
    help: {
      zh: '请删除这一行；文字以 % 开头时请加引号。',
      en: 'delete the line, or quote a text that begins with %.',
    },
  },
  'anchor-refused': {
    severity: 'error',
    message: { zh: '不能使用锚点「{text}」', en: 'the anchor "{text}" cannot be used' },
    help: {
      zh: '请把内容直接写出；文字以 & 开头时请加引号。',
      en: 'write the content out, or quote a text that begins with &.',
    },
  },
  'alias-refused': {
    severity: 'error',
    message: { zh: '不能使用引用「{text}」', en: 'the alias "{text}" cannot be used' },
    help: {
      zh: '请把内容直接写出；文字以 * 开头时请加引号。',
      en: 'write the content out, or quote a text that begins with *.',
    },
  },
  'tag-refused': {
    severity: 'error',
    message: { zh: '不能使用类型标记「{text}」', en: 'the tag "{text}" cannot be used' },
    help: {
      zh: '请删除标记；文字以 ! 开头时请加引号。',
      en: 'delete the tag, or quote a text that begins with !.',
    },
  },
  'merge-refused': {
    severity: 'error',
    message: { zh: '不能使用合并键「<<」', en: 'the merge key "<<" cannot be used' },
    help: { zh: '请把内容直接写出。', en: 'write the content out.' },
  },
  'reserved-key': {
    severity: 'error',
    message: { zh: '「{key}」是保留字，不能用作键', en: '"{key}" is reserved and cannot be a key' },
    help: { zh: '请换一个名字。', en: 'choose another name.' },
  },
  'duplicate-key': {
    severity: 'error',
    message: {
      zh: '键「{key}」重复，第 {line} 行已经写过',
      en: 'the key "{key}" is repeated; line {line} has it already',
    },
    help: { zh: '请删去或改名其中一个。', en: 'delete or rename one of them.' },
  },
  'key-not-text': {
    severity: 'error',
    message: { zh: '键应为文字，现为{found}', en: 'a key must be text, found {found}' },
    help: {
      zh: '请写成「键: 值」；文字里有括号时请加引号。',
      en: 'write "key: value"; quote a text with brackets.',
    },
  },
  'key-with-hidden-space': {
    severity: 'error',
    message: {
      zh: '键「{key}」首尾有全角空格或不可见字符',
      en: 'the key "{key}" begins or ends with a wide or invisible space',
    },
    help: {
      zh: '请改用半角空格缩进，并删去多余字符。',
      en: 'indent with ordinary spaces and delete the others.',
    },
  },
  'missing-colon': {
    severity: 'error',
    message: { zh: '此处缺少冒号，应为「键: 值」', en: 'a colon is missing here; write "key: value"' },
    help: {
      zh: '冒号须为半角，后面空一格；列表各项以「- 」开头。',
      en: 'use the half-width ":" with a space after it; list items begin with "- ".',
    },
  },
  'missing-comma': {
    severity: 'error',
    message: { zh: '各项之间缺少逗号', en: 'a comma is missing between items' },
    help: { zh: '请用半角逗号「,」分隔。', en: 'separate them with the half-width ",".' },
  },
  'missing-space': {
    severity: 'error',
    message: { zh: '此处缺少空格', en: 'a space is missing here' },
    help: { zh: '「:」「-」之后和「#」之前须有空格。', en: 'put a space after ":" and "-", and before "#".' },
  },
  'quote-not-closed': {
    severity: 'error',
    message: { zh: '引号没有成对', en: 'a quote is not closed' },
    help: { zh: '请补上另一半引号，须为半角。', en: 'add the closing quote, half-width.' },
  },
  'bracket-not-closed': {
    severity: 'error',
    message: {
      zh: '括号没有成对，或括号内缩进不足',
      en: 'a bracket is not closed, or what is in it is not indented enough',
    },
    help: { zh: '请补上「]」或「}」，须为半角。', en: 'add the "]" or "}", half-width.' },
  },
  'bad-indentation': {
    severity: 'error',
    message: { zh: '缩进与同级的其他行不一致', en: 'the indentation does not match the lines beside it' },
    help: {
      zh: '同一级的行须左对齐，下一级多缩进两格。',
      en: 'align lines of one level; indent the next by two spaces.',
    },
  },
  'tab-indentation': {
    severity: 'error',
    message: { zh: '缩进不能用制表符（Tab）', en: 'tabs cannot be used for indentation' },
    help: { zh: '请改用空格。', en: 'use spaces.' },
  },
  'bad-escape': {
    severity: 'error',
    message: { zh: '双引号内不能这样使用反斜杠', en: 'this backslash means nothing inside double quotes' },
    help: { zh: '请写成「\\\\」，或改用单引号。', en: 'write "\\\\", or use single quotes.' },
  },
  'bad-start': {
    severity: 'error',
    message: { zh: '文字不能以这个符号开头', en: 'a text cannot begin with this sign' },
    help: { zh: '请给整段文字加引号。', en: 'put the whole text in quotes.' },
  },
  'key-over-lines': {
    severity: 'error',
    message: {
      zh: '此处缺少冒号，或下一行缩进过多',
      en: 'a colon is missing here, or the next line is indented too far',
    },
    help: {
      zh: '写成「键: 值」，冒号须为半角，后面空一格；多行文字请用「|」。',
      en: 'write "key: value" with the half-width ":" and a space; for a text of many lines use "|".',
    },
  },
  'key-too-long': {
    severity: 'error',
    message: { zh: '键过长，最多 1024 个字符', en: 'the key is too long, at most 1024 characters' },
  },
  'colon-in-value': {
    severity: 'error',
    message: { zh: '同一行有两个「键: 值」', en: 'there are two "key: value" on one line' },
    help: {
      zh: '请换行缩进；值里有冒号时请给整个值加引号。',
      en: 'begin a new line, or quote a value that holds a colon.',
    },
  },
  'block-in-brackets': {
    severity: 'error',
    message: {
      zh: '括号内不能使用按行缩进的写法',
      en: 'indented lists and blocks cannot stand inside brackets',
    },
    help: { zh: '括号内只能写用逗号分隔的项；请检查括号是否成对。', en: 'check that the brackets pair up.' },
  },
  'unexpected-text': {
    severity: 'error',
    message: { zh: '此处的内容不合语法', en: 'what stands here is not expected' },
    help: {
      zh: '请检查上一行的引号、括号和缩进。',
      en: 'check quotes, brackets and indentation in the line above.',
    },
  },
  unreadable: {
    severity: 'error',
    message: { zh: '文件无法读取', en: 'the file cannot be read' },
    help: { zh: '请检查文件是否为 YAML 或 JSON。', en: 'check that the file is YAML or JSON.' },
  },
  'more-diagnostics': {
    severity: 'error',
    message: { zh: '至少还有 {count} 处问题没有列出', en: 'at least {count} more problems are not listed' },
    help: { zh: '请先改正以上各处。', en: 'mend those above first.' },
  },
} as const satisfies CataloguePart;
