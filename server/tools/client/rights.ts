/** The table of rights → the TypeScript that tells a client what each right is called and who has it. */
import { type RightName, reachOf, rights, roles } from '../../people/rights.ts';

const quoted = (text: string): string => (text.includes("'") ? JSON.stringify(text) : `'${text}'`);

/** The module's whole text. */
export function generateRights(): string {
  const rows = (Object.keys(rights) as RightName[]).map((name) => {
    const { zh, en } = rights[name];
    const having = roles.filter((role) => reachOf({ role }, name)).map(quoted);
    return `  '${name}': {\n    zh: ${quoted(zh)},\n    en: ${quoted(en)},\n    roles: [${having.join(', ')}],\n  },\n`;
  });
  return `// Generated from the table of rights (npm run generate) – do not edit.

/** What each right lets one do, and the roles that have it. */
export const rights = {
${rows.join('')}} as const;

export type RightName = keyof typeof rights;
`;
}
