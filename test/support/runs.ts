/** How often a property is tried: RUNS=20 tries twenty times as often. */
const factor = Number(process.env.RUNS ?? 1);

export const runs = (usual: number): number => usual * factor;
