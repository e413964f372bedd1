import type { Problem } from '../../../src/domain/problem.ts';
import type { XmlFault } from './xml.ts';

/** What ails a file of XML, as problems of that file. */
export const xmlProblems = (faults: readonly XmlFault[], file: string): readonly Problem[] =>
  faults.map((fault) => ({ severity: 'error', file, wanted: 'well-formed XML', ...fault }));
