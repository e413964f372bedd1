import { stemWord } from './stem-word.ts';

const stemsOf = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/).filter(Boolean).map(stemWord));

/**
 * Words by which papers of any field talk about themselves: two papers that share one share nothing. By stem,
 * so that all their forms are meant.
 */
export const TALK_STEMS: ReadonlySet<string> = stemsOf(`
  paper article study work research literature author publication survey review overview
  propose proposal present presentation introduce introduction show demonstrate demonstration describe discuss
  discussion report reveal suggest investigate investigation explore exploration examine analyze analysis
  consider address tackle aim focus seek attempt offer provide contribute contribution highlight conclude
  conclusion summarize outline argue claim believe find found finding observe observation identify notice note
  develop development design devise implement implementation conduct perform apply adopt employ utilize use
  usage leverage exploit make made take taken give given get gain obtain yield lead allow enable let help
  require need want rely depend include contain consist comprise cover involve relate refer call name known
  show shown become come go keep put set seem appear remain achieve achievement reach attain bring serve
  approach method methodology technique way manner scheme solution strategy procedure means tool
  result outcome experiment experimental experimentation evaluate evaluation evidence empirical validate
  validation verify assess assessment comparison compare comparable compete competitive
  improve improvement enhance enhancement boost increase decrease reduce reduction outperform surpass exceed
  advance advancement advantage benefit drawback limitation limit shortcoming gap issue problem challenge
  difficulty difficult hard easy easily task goal objective purpose question hypothesis idea insight
  novel new recent existing previous prior current modern traditional conventional typical common standard
  popular promising emerging various several many numerous different diverse varied variety wide broad range
  extensive comprehensive thorough detailed significant substantial considerable remarkable notable impressive
  important importance essential crucial critical vital key main major fundamental core basic
  effective effectiveness efficacy superior superiority good better best great greater well optimal
  simple complex complexity certain possible potential potentially able ability capability capable
  available availability practical practically useful appropriate suitable proper specific specifically
  particular particularly respective overall total whole entire complete additional extra further
  however moreover furthermore therefore hence besides although though despite nevertheless meanwhile
  instead rather yet still even already often usually generally finally first firstly secondly lastly
  especially mainly mostly namely e.g i.e etc et al respectively accordingly consequently
  due according toward towards across among along around based via per upon like unlike less least much
  case example instance aspect factor feature property characteristic kind type part number amount level degree
  order rate ratio value percent percentage average time times year years today now nowadays day
  rapid rapidly growing growth widely increasingly extremely highly
  future field community researcher engineer practitioner landscape paradigm perspective direction
  opportunity interest effort progress success lack pose demand meet support mitigate overcome handle solve
  indicate represent produce incorporate integrate integration combine combination collect extend extended impact
  ensure maintain preserve minimal minimize maximize avoid facilitate fail continue evolve bridge illustrate
  emphasize establish prove motivate inspire revolutionize delve encompass harness hinder impose incur guarantee
  categorize create construct build run running derive eliminate exceed excel regard compromise tailor
  associate modify manage mark capture choice choose select decide act add addition alternative alternatively
  original relevant corresponding primary secondary unique inherent systematic valuable powerful feasible
  impractical necessary intensive intense sophisticated intricate nuanced pressing prohibitive diverse latest next
  innovation innovative breakthrough variant thereby since together following led made fewer least more most
  beyond onto whereas via wherein therein underlying understand understanding unlock pave fundamentally
  barrier concern consideration requirement scenario setting term fact reason role trade
  everything something anything nothing nobody somebody everybody anybody everyone someone anyone none
  every each always never ever sometimes almost enough quite again ago cannot except later soon
  thing people person man woman other others another behind beside beneath
  eleven twelve twenty thirty forty fifty hundred thousand million billion dozen once twice
  second minute hour week month century decade day night
  say said tell told ask asked answer think thought know knew known believe treat hold held turn move
  stop start begin began begun end ended went came got let try tried want wanted like same last next past old
  wrong right own
  code github available website webpage project http https www link release released open-source
`);

/** Words that say something only before others: `large` models, a `single` GPU, `zero` shots. */
export const OPENING_STEMS: ReadonlySet<string> = stemsOf(`
  large small big huge massive tiny high low higher lower larger smaller fast faster slow quick deep shallow
  long short longer shorter early earlier late full partial real true single double triple multiple multi
  one two three four five six seven eight nine ten zero half third few general generic special global local
  public private strong weak rich poor accurate robust stable flexible adaptive dynamic static automatic
  automated efficient front back left top bottom inner outer fine coarse dense light heavy wise open close
  aware free ready friendly agnostic driven oriented independent dependent self semi non pre post co sub inter
  intra cross over under up down fixed mixed massive powerful expensive
`);

/** Words that say something only after others: language `models`, operating `systems`. */
export const CLOSING_STEMS: ReadonlySet<string> = stemsOf(`
  performance framework system model application user process efficiency hand side scale grain target
  step stage point line form state world input output change difference
`);
