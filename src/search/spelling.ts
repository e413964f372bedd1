/**
 * One form for words that British and American English, or their plural, spell differently. The form is for
 * matching alone: it need not be a word.
 */

const REWRITES: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // quantisation, optimised, normaliser: after a consonant that no other `-ise` word has, or `al`, `ar` and such
  [/(?<=..[^aeoucvw])is(e|ed|es|er|ers|ing|able|ation|ations|ational)$/, 'iz$1'],
  // analyze, analysis, analyses: one form
  [/(anal|catal|paral|electrol|hydrol)y[sz](e|ed|er|ers|es|ing|is)$/, '$1ys$2'],
  [/ysis$/, 'yse'],
  [
    /(arm|behavi|clam|col|endeav|fav|flav|glam|harb|hon|hum|lab|neighb|od|rig|rum|sav|spl?end|tum|vap|vig)our/,
    '$1or',
  ],
  [/(cent|fib|lit|lust|met|sab|spect|theat|calib)re(s|d)?$/, '$1er$2'],
  [/(anal|catal|dial|epil|mon|prol)ogue(s|d)?$/, '$1og$2'],
  [/(def|off|lic|pret)ence(s|d)?$/, '$1ense$2'],
  [/(?<=^|[a-z])(h)aem(?=o|at)/, '$1em'],
  [/^(orthop|p)aed/, '$1ed'],
  [/^anaesth/, 'anesth'],
  [/^(artefact)/, 'artifact'],
  [/^aluminium/, 'aluminum'],
  [/^programme(s)?$/, 'program$1'],
  [/^(judg|acknowledg)ement/, '$1ment'],
  [/^ageing$/, 'aging'],
  [/^grey/, 'gray'],
  [/^mould/, 'mold'],
  [/^plough/, 'plow'],
  [/^tyre/, 'tire'],
  [/^sulph/, 'sulf'],
  [/(matr|append)ices$/, '$1ix'],
  [/(vert|ind|vort|simpl|compl)ices$/, '$1ex'],
];

/** Words in `-ise` that nobody spells with a z; their relatives (`supervision`) would be lost. */
const ALWAYS_S =
  /^(?:(?:over|sun|up|a|moon)?ris|(?:com)?promis|premis|demis|expertis|treatis|enterpris|compris|surpris|repris|franchis|merchandis|paradis|otherwis)/;

/**
 * @example unifySpelling('quantisation') // 'quantization'
 * @example unifySpelling('behaviours') // 'behaviors'
 */
export const unifySpelling = (word: string): string => {
  if (word.length < 4) return word;
  let unified = word;
  for (const [at, [pattern, replacement]] of REWRITES.entries())
    if (at > 0 || !ALWAYS_S.test(word)) unified = unified.replace(pattern, replacement);
  return unified;
};
