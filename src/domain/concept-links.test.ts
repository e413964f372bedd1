import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linkConcepts, linkedOf } from './concept-links.ts';
import { conceptIdSchema } from './fields.ts';

const ids = ['a', 'b', 'c', 'd'].map((id) => conceptIdSchema.parse(id));
const anyConcepts = fc
  .tuple(...ids.map(() => fc.tuple(fc.subarray(ids), fc.subarray(ids))))
  .map((links) => links.map(([broader, related], at) => ({ id: ids[at]!, broader, related })));

it('links go both ways, and each other concept is linked once', () => {
  fc.assert(
    fc.property(anyConcepts, (concepts) => {
      const sound = concepts.map((one) => ({
        ...one,
        // the checks of a collection refuse what is broader than itself or two ways round
        broader: one.broader.filter((id) => id > one.id),
        related: one.related.filter((id) => id !== one.id),
      }));
      const links = linkConcepts(sound);
      for (const { id, broader, related } of sound) {
        const own = links.get(id)!;
        const linked = linkedOf(own).map((one) => one.id);
        expect(new Set(linked).size).toBe(linked.length);
        expect(linked).not.toContain(id);
        expect(new Set(linked)).toEqual(new Set([...linked, ...broader, ...related]));
        for (const other of linkedOf(own))
          expect(linkedOf(links.get(other.id)!).map((one) => one.id)).toContain(id);
        for (const other of own.broader)
          expect(links.get(other.id)!.narrower.map((one) => one.id)).toContain(id);
      }
    }),
  );
});
