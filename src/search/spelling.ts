/**
 * One form for words that British and American English, or their plural, spell differently. The form is for
 * matching alone: it need not be a word.
 */

/** `-ise` as a verb's ending: after a consonant that ends no other such word (`precise`, `revise`, `wise`). */
const ISE = /(?<=..[^aeoucvw])is(?=(?:e|ed|es|er|ers|ing|able|ation|ations|ational)$)/;

/** Words in `-ise` that nobody spells with a z; their relatives (`surprising`) would be lost. */
const ALWAYS_S =
  /^(?:(?:over|sun|moon|up|a)?ris|(?:com)?promis|premis|demis|expertis|treatis|enterpris|compris|surpris|repris|franchis|merchandis|paradis|otherwis)/;

const REWRITES: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // analyze, analysis, analyses: one form
  [/(?<=anal|catal|paral|electrol|hydrol)y[sz](?=(?:e|ed|er|ers|es|ing|is)$)/, 'ys'],
  [/ysis$/, 'yse'],
  [
    /(?<=arm|behavi|clam|col|endeav|fav|flav|glam|harb|hon|hum|lab|neighb|od|rig|rum|sav|spl?end|tum|vap|vig)our/,
    'or',
  ],
  [/(?<=cent|fib|lit|lust|met|sab|spect|theat|calib)re(?=[sd]?$)/, 'er'],
  [/(?<=anal|catal|dial|epil|mon|prol)ogue(?=[sd]?$)/, 'og'],
  [/(?<=def|off|lic|pret)ence(?=[sd]?$)/, 'ense'],
  [/haem(?=o|at)/, 'hem'],
  [/(?<=^p|^orthop)aed/, 'ed'],
  [/^anaesth/, 'anesth'],
  [/^artefact/, 'artifact'],
  [/^aluminium/, 'aluminum'],
  [/^programme(?=s?$)/, 'program'],
  [/(?<=^judg|^acknowledg)ement/, 'ment'],
  [/^ageing$/, 'aging'],
  [/^grey/, 'gray'],
  [/^mould/, 'mold'],
  [/^plough/, 'plow'],
  [/^tyre/, 'tire'],
  [/^sulph/, 'sulf'],
  [/(?<=matr|append)ices$/, 'ix'],
  [/(?<=vert|ind|vort|simpl)ices$/, 'ex'],
];

const SHORTEST = 4;

/**
 * @example unifySpelling('quantisation') // 'quantization'
 * @example unifySpelling('behaviours') // 'behaviors'
 */
export const unifySpelling = (word: string): string => {
  if (word.length < SHORTEST) return word;
  const verb = ALWAYS_S.test(word) ? word : word.replace(ISE, 'iz');
  return REWRITES.reduce((form, [pattern, instead]) => form.replace(pattern, instead), verb);
};
