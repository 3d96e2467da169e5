/** The names of rulebooks, for whoever is shown one. */
import { useApi } from './queries.ts';

/** How an edition is called: its title; its identifiers until the titles are there. */
export function useRulebookTitle(): (of: { rulebook: string; edition: string }) => string {
  const { data } = useApi('listRulebooks', {});
  return ({ rulebook, edition }) => {
    const known = data?.rulebooks.find((one) => one.rulebook === rulebook && one.edition === edition);
    return known?.title ?? `${rulebook} ${edition}`;
  };
}
