/** YAML nodes → plain values. Every number stays the text it was; nothing passes through a double. */
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { type Diagnostic, diagnose } from '../diagnostics/index.ts';
import type { LineIndex, Located } from './positions.ts';

/** What JSON can say, with numbers as text. */
export type Value = null | boolean | string | Value[] | { [key: string]: Value };

interface Reading {
  text: string;
  lines: LineIndex;
  diagnostics: Diagnostic[];
}

/**
 * The value of a node and where its parts stand; what cannot be a value is a diagnostic. `key` is where the key of the node
 * begins, if it has one.
 */
export function readNode(node: Node, reading: Reading, key?: number): { value: Value; located: Located } {
  const [at, end] = node.range ?? [0, 0];
  if (isMap(node)) return readMap(node, { at, end, key, children: new Map() }, reading);
  if (isSeq(node)) {
    const children = new Map<string, Located>();
    const value = node.items.map((item, index) => {
      const pair = isPair(item);
      if (pair) reading.diagnostics.push(diagnose('missing-colon', {}, reading.lines.place(at)));
      const read = pair ? { value: null, located: { at, end } } : readNode(item as Node, reading);
      children.set(String(index), read.located);
      return read.value;
    });
    return { value, located: { at, end, key, children } };
  }
  if (isAlias(node)) return { value: null, located: { at, end, key } };
  const { value } = node as Scalar;
  if (typeof value === 'string' && isQuoted(node as Scalar)) checkText(value, node as Scalar, reading);
  return { value: value as Value, located: { at, end, key } };
}

function readMap(
  node: YAMLMap,
  located: Located & { children: Map<string, Located> },
  reading: Reading,
): { value: Value; located: Located } {
  const { at, children } = located;
  const value: { [key: string]: Value } = {};
  for (const pair of node.items as Pair<Node, Node | null>[]) {
    const key = readKey(pair.key, reading);
    const keyAt = pair.key.range?.[0] ?? at;
    const read = pair.value
      ? readNode(pair.value, reading, keyAt)
      : { value: null, located: { at: keyAt, end: keyAt, key: keyAt } };
    if (key === undefined) continue;
    const earlier = children.get(key)?.key;
    if (earlier !== undefined) {
      const { line } = reading.lines.position(earlier);
      reading.diagnostics.push(diagnose('duplicate-key', { key, line }, reading.lines.place(keyAt)));
      continue;
    }
    value[key] = read.value;
    children.set(key, read.located);
  }
  return { value, located };
}

const hiddenSpace = /^[\s\u200B-\u200D\u2060\uFEFF]|[\s\u200B-\u200D\u2060\uFEFF]$/u;

/** Keys that a map may have without anything being said of them. */
export const isPlainKey = (key: string): boolean =>
  key !== '' && key !== '<<' && !isReserved(key) && !hiddenSpace.test(key);

const isReserved = (key: string): boolean => key in Object.prototype || key === 'prototype';

/** The text of a key, or undefined with a diagnostic. */
function readKey(node: Node, { text, lines, diagnostics }: Reading): string | undefined {
  const place = () => lines.place(node.range?.[0] ?? 0);
  if (isAlias(node)) return undefined;
  if (!isScalar(node)) {
    const found = isMap(node) ? { zh: '「键: 值」', en: 'a map' } : { zh: '列表', en: 'a list' };
    diagnostics.push(diagnose('key-not-text', { found }, place()));
    return undefined;
  }
  const key = typeof node.value === 'string' ? node.value : text.slice(node.range?.[0], node.range?.[1]);
  if (key === '')
    diagnostics.push(diagnose('key-not-text', { found: { zh: '空白', en: 'nothing' } }, place()));
  else if (key === '<<') diagnostics.push(diagnose('merge-refused', {}, place()));
  else if (isReserved(key)) diagnostics.push(diagnose('reserved-key', { key }, place()));
  else if (hiddenSpace.test(key))
    diagnostics.push(diagnose('key-with-hidden-space', { key: key.trim() }, place()));
  else if (!isQuoted(node) || checkText(key, node, { text, lines, diagnostics })) return key;
  return undefined;
}

/** Only in double quotes are there escapes. */
const isQuoted = ({ type }: Scalar): boolean => type === 'QUOTE_DOUBLE';

/** Escapes can say what a file cannot hold; true where the text is clean. */
function checkText(text: string, node: Scalar, { lines, diagnostics }: Reading): boolean {
  const found = controlCharacter.exec(text);
  if (found)
    diagnostics.push(
      diagnose('control-character', { character: nameOf(found[0]) }, lines.place(node.range?.[0] ?? 0)),
    );
  return !found;
}

/** Control characters other than tab and line ends, halves of surrogate pairs, and characters that are none. */
export const controlCharacter = /[^\P{Cc}\t\n\r\u0085]|\p{Cs}|[\uFFFE\uFFFF]/u;

/** `U+0000` and the like. */
export const nameOf = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
