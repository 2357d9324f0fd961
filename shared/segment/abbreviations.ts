/** Titles and words that always go on to what they introduce: a name, a number, a place. */
const INTRODUCING = `mr mrs ms messrs mx dr drs prof rev hon fr sr sra srta st ste mt ft gen lt col maj capt cmdr sgt cpl adm brig gov lt-gov sen rep reps sens pres supt
 v vs viz cf e.g i.e ca approx no nos fig figs eq eqs sec secs ch chap chaps vol vols pp p ed eds trans para paras pt pl pvt op cit loc nr al
 fol ff ser suppl refs n.b p.s ps resp esp incl excl est dept univ assn bros messrs`

/** Words that may end a sentence: it goes on only when what follows does not open one. */
const MAY_END = `etc inc ltd co corp llc plc gmbh jr sr esq ph.d m.d b.a m.a ll.d d.phil m.sc b.sc a.m p.m u.s u.k u.n e.u d.c u.s.a u.s.s.r l.a n.y a.d b.c b.c.e c.e
 jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ave blvd rd bldg min max hr hrs sq cu oz lb lbs mi km cm mm ct cent`

/** The words of a list. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''))

/** Abbreviations (lower case, without the last full stop) after which a sentence always goes on. */
export const INTRODUCING_ABBREVIATIONS = words(INTRODUCING)
/** Abbreviations after which a sentence goes on only before a word that cannot open one. */
export const ENDING_ABBREVIATIONS = words(MAY_END)
/** Abbreviations that introduce a number and nothing else ("c. 1850", "d. 1901"): "No. 2" goes on, "He said no. Then" does not. */
export const NUMBERING_ABBREVIATIONS = words('no nos fig figs eq sec ch chap vol vols p pp para art pl pt nr tab app op ext c b d fl r')
/** Units written short behind a number: "6 in. wide", "$5 m. in 1990" go on before a small letter. */
export const UNITS = words('m mn bn tn k in ft yd oz lb lbs pt km cm mm mi sq cu min sec hr hrs kg g mg l ml ha')
