/** A message with `{expression}` or `{expression:decimals}` in it → text and compiled expressions. */
import type { Message as WrittenMessage } from '../../schemas/generated/types.ts';
import { type Scope, unitOf } from '../expression/index.ts';
import type { CompileContext, Definitions } from './context.ts';
import type { Message } from './plan.ts';

const placeholder = /\{([^{}]*?)(?::(\d))?\}/g;

export function compileMessage(
  written: WrittenMessage,
  scope: Scope,
  context: CompileContext,
  pointer: string,
  defined: Definitions,
): { zh: Message; en: Message } {
  const texts = typeof written === 'string' ? { zh: written, en: written } : written;
  const compile = (text: string): Message => {
    const parts: Message[number][] = [];
    let end = 0;
    for (const match of text.matchAll(placeholder)) {
      const [whole, inside = '', decimals] = match;
      parts.push(text.slice(end, match.index));
      end = match.index + whole.length;
      const expression = context.expression(inside, scope, pointer, defined);
      if (expression)
        parts.push({
          written: inside.trim(),
          expression,
          unit: unitOf(expression, scope).unit,
          decimals: decimals === undefined ? undefined : Number(decimals),
        });
    }
    parts.push(text.slice(end));
    return parts.filter((part) => part !== '');
  };
  const zh = compile(texts.zh);
  // A text for both languages is compiled once.
  return { zh, en: typeof written === 'string' ? zh : compile(texts.en) };
}
