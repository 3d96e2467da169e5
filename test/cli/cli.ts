/** Runs a command line in this process, keeping what it writes. */
import { run } from '../../server/cli/run.ts';

export interface Ran {
  code: number;
  out: string;
  err: string;
}

export async function cli(argv: readonly string[], stdin = ''): Promise<Ran> {
  const ran = { out: '', err: '' };
  const code = await run(argv, {
    stdout: (text) => {
      ran.out += text;
    },
    stderr: (text) => {
      ran.err += text;
    },
    stdin: async () => Buffer.from(stdin),
  });
  return { code, ...ran };
}

export const json = async (argv: readonly string[], stdin?: string) => {
  const ran = await cli([...argv, '--json'], stdin);
  return { ...ran, value: JSON.parse(ran.out) };
};
