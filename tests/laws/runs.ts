/** The same cases at every run, so that a commit is green or red for all; `LAW_SEED` asks for others. */
export const lawSeed = (): number => Number(process.env['LAW_SEED'] ?? 1);

/** How many cases a law is tried on; `LAW_RUNS` asks for more than usual. */
export const lawRuns = (usual = 100): number => Number(process.env['LAW_RUNS'] ?? usual);
