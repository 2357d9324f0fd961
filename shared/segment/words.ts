import { words } from './abbreviations.ts'

/** Words that open sentences more often than they go on after "U.S." or "Inc.". */
export const SENTENCE_OPENERS = words(`the this that these those it he she they we i you in on at but and however there as for if when while after before although since what why how who its his her their our my
 a an by from with so then yet now also some many most all one another according under despite during meanwhile last such both not no please`)
/** Words that close a letter before the name: "Best regards, Ada". */
export const SIGN_OFFS = words('regards sincerely thanks cheers wishes truly faithfully respectfully cordially')
/** Words that open a letter: "Dear all, My name is". */
export const SALUTATIONS = words('dear hi hello hey')
