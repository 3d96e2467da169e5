/** The servers that pictures are taken of, each with what it holds. */
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { Role } from '../../../server/people/rights.ts';
import { signIn, signInToTry, type Visit, visit } from '../support/browser.ts';
import { makeTown, type Served, startServer } from '../support/served.ts';
import { makeCrowd } from './crowd.ts';
import type { Scene, Screen } from './screen.ts';

export async function openScene(scene: Scene): Promise<Served> {
  const server = await startServer({ isTrial: scene === 'sample' });
  if (scene === 'town') await makeTown(server);
  if (scene === 'crowd') await makeCrowd(server);
  return server;
}

type State = Awaited<ReturnType<Visit['context']['storageState']>>;

/** Windows of whoever it may be; each person signs in once for all of them. */
export class Windows {
  private readonly browser: Browser;
  private readonly url: string;
  private readonly scene: Scene;
  private readonly signedIn = new Map<Role, State>();

  constructor(browser: Browser, { url }: Served, scene: Scene) {
    this.browser = browser;
    this.url = url;
    this.scene = scene;
  }

  async open(as: Role | undefined, looks: BrowserContextOptions): Promise<Visit> {
    const storageState = as && (this.signedIn.get(as) ?? (await this.signIn(as)));
    return visit(this.browser, this.url, { ...looks, storageState });
  }

  private async signIn(role: Role): Promise<State> {
    const one = await visit(this.browser, this.url);
    await (this.scene === 'sample' ? signInToTry(one, role) : signIn(one, role));
    const state = await one.context.storageState();
    await one.context.close();
    this.signedIn.set(role, state);
    return state;
  }

  /** The address of a screen, found by who may find it. */
  async addressOf({ address, foundAs, as }: Screen): Promise<string> {
    if (typeof address === 'string') return address;
    const { context } = await this.open(foundAs ?? as, {});
    const found = await address(async (path) => (await context.request.get(path)).json());
    await context.close();
    return found;
  }

  /** The next window of that person signs in anew. */
  forget(role: Role | undefined): void {
    if (role) this.signedIn.delete(role);
  }
}
