/** What a command may touch of the world besides files: its three streams. Tests give their own. */
export interface Io {
  stdout(text: string): void;
  stderr(text: string): void;
  stdin(): Promise<Uint8Array>;
}
