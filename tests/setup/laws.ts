import fc from 'fast-check';
import { lawRuns, lawSeed } from '../laws/runs.ts';

fc.configureGlobal({ seed: lawSeed(), numRuns: lawRuns() });
