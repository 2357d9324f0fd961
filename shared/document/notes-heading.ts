const NOTES_HEADING = /^\W*(?:\d+\.?\s*)?(?:(?:end|foot)?notes(?: and references)?|references(?: (?:and|&) (?:(?:foot|end)?notes|(?:further|additional) reading))?|(?:selected |primary |secondary )?sources?(?:\(s\))?(?: ?(?:and|&|\/) ?(?:further reading|references|notes|credits))?|works cited|references cited|literature cited|(?:selected |select )?bibliography|further reading|citations|anmerkungen|fu(?:ß|ss)noten|endnoten|notes de bas de page|notas|примечания|注释|注|註釋|参考文献|參考文獻|尾注|脚注|资料来源)[\W_]*$/iu

/** Whether a heading announces notes. */
export const isNotesHeading = (heading: string): boolean => heading.length < 60 && NOTES_HEADING.test(heading)
