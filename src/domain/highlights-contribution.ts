import type { PlacedSentence } from './highlights-sentences.ts';

/** What speaks for or against a sentence being the one that says what the paper contributes. */
type Cue = readonly [points: number, pattern: RegExp];

const WORK =
  '(?:paper|work|study|survey|review|article|report|thesis|document|research|brief|letter|tutorial|chapter|manuscript|overview|contribution|position paper|project|dissertation)';
const AUTHORS = `(?:we|i|the authors?|(?:this|our|the present|the current|the) (?:[\\w-]+ )?${WORK})`;
// `we therefore carefully`, `we (first) `, `this work aims to`
const BETWEEN =
  '(?:,? (?:[a-z]+ly|here|hereby|first|thus|therefore|then|also|further|instead|to|aims? to|aim(?:s|ed) at|seeks? to|set out to|have|has|will|can|attempts? to|tr(?:y|ies) to)){0,2}';

const said = (verbs: string): RegExp =>
  new RegExp(`\\b${AUTHORS}${BETWEEN} (?:${verbs})\\b(?!\\s*[,.;])`, 'iu');
const done = (participles: string): RegExp =>
  new RegExp(`\\b(?:is|are|was|were|has been|have been) (?:[a-z]+ly )?(?:${participles})\\b`, 'iu');

/** The one that fits best counts: how plainly the authors say that something is theirs. */
const CLAIMS: readonly Cue[] = [
  [5, said('propos(?:e|es|ed|ing)|introduc(?:e|es|ed|ing)|present(?:s|ed|ing)?')],
  [
    4.4,
    said(
      'develop(?:s|ed|ing)?|design(?:s|ed|ing)?|devis(?:e|es|ed|ing)|describ(?:e|es|ed|ing)|buil(?:d|ds|t|ding)|creat(?:e|es|ed|ing)|formulat(?:e|es|ed|ing)|contribut(?:e|es|ed)|releas(?:e|es|ed)|unveils?|puts? forward|pioneers?|construct(?:s|ed)?|establish(?:es|ed)?|invent(?:ed)?|deriv(?:e|es|ed)',
    ),
  ],
  [
    3.6,
    said(
      'provid(?:e|es|ed|ing)|survey(?:s|ed)?|review(?:s|ed)?|examin(?:e|es|ed|ing)|explor(?:e|es|ed|ing)|investigat(?:e|es|ed|ing)|stud(?:y|ies|ied)|analy[sz](?:e|es|ed|ing)|evaluat(?:e|es|ed|ing)|outlin(?:e|es|ed)|argu(?:e|es|ed)|delv(?:e|es|ed)|offer(?:s|ed)?|conduct(?:s|ed)?|reverse engineers?|address(?:es|ed)?|tackl(?:e|es|ed)|consider(?:s|ed)?|extend(?:s|ed)?|compar(?:e|es|ed)|demonstrat(?:e|es|ed)|show(?:s|ed|n)?|report(?:s|ed)?|discuss(?:es|ed)?|identif(?:y|ies|ied)|summari[sz](?:e|es|ed)|revisit(?:s|ed)?|characteri[sz](?:e|es|ed)|benchmark(?:s|ed)?|prov(?:e|es|ed)|apply|applies|applied|leverag(?:e|es|ed)|adopt(?:s|ed)?|focus(?:es|ed)? on|serves? as|advocates?|outperforms?|give|gives|implement(?:s|ed)?|perform(?:s|ed)?|unif(?:y|ies)|reveals?|highlights?|deals? with|concerns|covers?|undertakes?|proceeds?|attempts?|collect(?:s|ed)?|use|uses|used|train(?:s|ed)?|combin(?:e|es|ed)|improv(?:e|es|ed)|enabl(?:e|es|ed)|generali[sz](?:e|es|ed)|take|ask|asks|quantif(?:y|ies|ied)',
    ),
  ],
  [4.2, done('proposed|introduced|presented')],
  [2.6, done('developed|designed|described|derived|investigated|studied|reviewed|surveyed')],
  [
    3.4,
    /\b(?:our|the) (?:main |primary |key )?(?:goal|aim|objective|purpose|contribution)s?\b[^,;]{0,60}\b(?:is|are|was)\b/iu,
  ],
  [3.5, new RegExp(`^(?:this|the) (?:[\\w-]+ )?${WORK} \\w+s\\b`, 'iu')],
  [4, /\bwe [^.;:]{1,140}\band (?:then )?(?:propose|introduce|present)\b/iu],
  // a name with a capital within: `AlayaDB is a cutting-edge vector database system`
  [
    3.2,
    /^\p{Lu}[\p{L}\d.-]*\p{Lu}[\p{L}\d.-]* is an? (?:[a-z-]+, )?(?:novel|new|cutting-edge|state-of-the-art|open-source|high-performance|lightweight|scalable)\b/u,
  ],
  [2, new RegExp(`^(?:\\w+, )?in this (?:[\\w-]+ )?${WORK}\\b`, 'iu')],
  [
    4,
    /\bour (?:proposed |new |novel )?(?:method|approach|framework|model|system|algorithm)[^.;:]{0,30}\b(?:introduces|proposes|presents)\b/iu,
  ],
  [3, /\bthis is the first\b|\bis the first\b/iu],
];

const CUES: readonly Cue[] = [
  [
    1.6,
    new RegExp(
      `^(?:\\w+, )?(?:in|with|through) (?:this|the present|our|the current) (?:[\\w-]+ )?${WORK}\\b`,
      'iu',
    ),
  ],
  [1.2, new RegExp(`\\bin this (?:[\\w-]+ )?${WORK}\\b`, 'iu')],
  [
    1.2,
    /^(?:to|in order to) (?:[a-z]+ly )?(?:address|tackle|overcome|solve|mitigate|bridge|fill|close|remedy|alleviate|resolve|this end|enable|achieve|meet|handle|face)\b/iu,
  ],
  [0.8, /^(?:here|therefore|thus|hence|motivated by|inspired by|based on|as the first)\b/iu],
  [0.5, /\b(?:novel|new|first|comprehensive|systematic)\b/iu],
  [
    0.5,
    /\b(?:called|named|dubbed|termed|coined|referred to as)\b|\b(?:propose|present|introduce)s? (?:the )?\p{Lu}/u,
  ],
  // one more thing, or a step of how it works
  [
    -1.8,
    /^(?:additionally|furthermore|moreover|further|in addition|besides|also|finally|lastly|secondly|second|third|thirdly|then|next|specifically|in particular|more specifically|concretely|for example|for instance|beyond|based on this|on top of|in contrast|however|similarly)\b/iu,
  ],
  [-1.2, /\bwe (?:also|further|then|finally|additionally|next)\b/iu],
  [-1, /^(?:we )?first(?:ly)?,?\s|\bwe first\b/iu],
  [-3, /\bcontributions?\W*$/iu],
  [-1.2, /^by \w+ing\b/iu],
  [-1.5, /\bserves? as an? (?:[\w-]+ )?(?:reference|resource|guide|foundation|baseline)\b/iu],
  [-2, /\bask the question\b|\?$/iu],
  // how it fared
  [
    -1.6,
    /\b(?:experiment(?:s|al)?|evaluations?|results|extensive|empirical(?:ly)?)\b|\d\s?%|\d\s?[x×]\s/iu,
  ],
  [-1.8, /\bdemonstrates? the (?:effectiveness|efficiency|potential)\b/iu],
  [-1, /\b(?:outperform\w*|state-of-the-art (?:results|performance))\b/iu],
  [
    -1.5,
    /^(?:we (?:show|demonstrate|prove|find|evaluate|validate|apply|use|train|compare|report|discuss|hope|believe)|our (?:results|experiments))\b/iu,
  ],
  [
    -4,
    /\b(?:future work|in the future|future research|we hope|we plan|we believe|code (?:is|are|will be)|publicly available|https?:)/iu,
  ],
  // others speak
  [
    -3,
    /\b(?:existing|recent|previous|prior|earlier|current|many|several|most) (?:[\w-]+ ){0,2}(?:works?|studies|methods|approaches|papers|efforts|advances|literature|researchers)\b[^,;]{0,40}\b(?:has|have|ha[sv]e been|is|are|were|focus\w*|rely|explored?|investigated?|proposed?)\b/iu,
  ],
];

const THRESHOLD = 3;
/** Nobody reads more at a glance. */
const MAX_LENGTH = 800;
const PER_SENTENCE = 0.06;
/** Who has said plainly what is new goes on with its parts. */
const PLAIN_CLAIM = 4.2;
const LATER = 0.6;

const BEST_FIRST = CLAIMS.toSorted(([a], [b]) => b - a);

const claimOf = (text: string): number =>
  BEST_FIRST.find(([, pattern]) => pattern.test(text))?.[0] ?? 0;

/** How well a sentence says what is new, by its claim and whatever else speaks for or against it. */
const scoreOf = (text: string, claim: number): number =>
  CUES.reduce((sum, [points, pattern]) => (pattern.test(text) ? sum + points : sum), claim);

type Best = {
  readonly sentence: PlacedSentence;
  readonly score: number;
  readonly isPlain: boolean;
};

/** The sentence that says best what the paper contributes; the earlier of equals; none below a threshold. */
export const findContribution = (
  sentences: readonly PlacedSentence[],
): PlacedSentence | undefined => {
  let best: Best | undefined;
  for (const sentence of sentences) {
    const claim = sentence.text.length > MAX_LENGTH ? 0 : claimOf(sentence.text);
    if (claim === 0) continue;
    const place = PER_SENTENCE * sentence.sentence + (best?.isPlain === true ? LATER : 0);
    const score = scoreOf(sentence.text, claim) - place;
    if (score >= THRESHOLD && score > (best?.score ?? 0))
      best = { sentence, score, isPlain: claim >= PLAIN_CLAIM };
  }
  return best?.sentence;
};
