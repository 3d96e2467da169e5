/** How much a file may hold, so that nothing a person sends can keep the program busy. */
export interface Limits {
  /** Bytes of UTF-8. */
  bytes: number;
  /** Levels of nesting. */
  depth: number;
  /** Tokens of YAML: about seven for each `key: value` line. */
  tokens: number;
}

export const defaultLimits: Limits = { bytes: 1024 * 1024, depth: 64, tokens: 200_000 };
