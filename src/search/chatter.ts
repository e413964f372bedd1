/**
 * Words that people put around what they look for. Abstracts have few of them, so they would count as rare ones,
 * but beside other words they say little.
 */
const CHATTER: ReadonlySet<string> = new Set(
  (
    'actually ago almost alone already always another anybody anyone anything anywhere arent around article ask away ' +
    'bad came cannot cant come comes cool couldnt didnt doesnt done dont else enough even ever every everybody ' +
    'everyone everything everywhere explain find finding first found get gets getting give given gives go goes going ' +
    'gone good got great happen happens hello help helps idea instead isnt kind knew know known knows let lets like ' +
    'little look looking looks lot lots made make makes making many maybe mean means mine much myself name need ' +
    'needed needs never nice nobody nothing now often okay one ones paper papers people person please possible ' +
    'probably put quite rather really right said say says see seems seen sees show someone something sometimes ' +
    'somewhere soon sort still stuff sure take taken takes taking tell thing things think thought told took tried try ' +
    'trying turn two use used useful uses using usually want wants way ways well went whats wont work works wouldnt ' +
    'yes yourself'
  ).split(' '),
);

/** Whether a folded word is one that people put around what they look for. */
export const isChatter = (word: string): boolean => CHATTER.has(word);
