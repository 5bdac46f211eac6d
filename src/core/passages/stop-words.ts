/**
 * Function words, which say nothing of what a text is about: English, and the most frequent ones of the other
 * languages that prompts are written in. Folded as {@link wordsOf} folds, apostrophes left out.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    'a about above across after all also always am among an and any are arent as at be because been before being below',
    'between both but by can cannot cant could did do does doesnt doing done dont down during each either else etc even',
    'ever every for from further had has have having he her here hers him his how however i if im in into is isnt it its',
    'itself just let lets like ll may me might mine more most must my need needs never no nor not now of off on once',
    'only onto or other others otherwise our ours out over own per please same shall she should so some such than that',
    'the their theirs them then there therefore these they this those through thus to too under unless until up upon us',
    'use used uses using ve very via was we well were what when where whether which while who whom whose why will with',
    'within without would you youll your youre yours yourself',
    // Spanish, Portuguese, French, Italian
    'al com como con da das de del della des di do dos du e el ela em en es est et eu il la las le les lo los mais mas',
    'na nas ne no nos nous o os ou para pas per por pour que qui se sem ses si sin son su sua sur sus te tu um uma un',
    'una une uno vos votre vous y',
    // German, Dutch, Turkish
    'als auf aus bei das dass dem den der des die ein eine einem einen einer er es fur het ich im ist mit nach nicht oder',
    'sich sie sind und van von voor was wenn wie wird zu zum zur bir bu da de icin ile olarak ve veya',
    // Russian and Ukrainian
    'а без более бы был была были было быть в вам вас ваш ваша ваше ваши вашего вашей вы где да для до его ее если есть',
    'же за и из или им их к как когда который которые ли на над не нет но о об от по под при про с свои свой со так также',
    'твои твой твоя твое то того только ты у что чтобы эта эти это этот я та і й що як це',
  ]
    .join(' ')
    .split(' '),
);
