import { cueWords, type Signal } from './signal.ts'

const PATTERN = /\b(?:appointed|elected|named|serves?|served|became|sworn in) (?:as |the )|,? the (?:\w+ ){0,4}(?:president|minister|premier|chairman|chairwoman|chair|head|director|chief|secretary|governor|mayor|CEO|chancellor|leader) of\b/i

export const officeHolder: Signal = {
  id: 'office-holder',
  label: 'says who holds an office',
  kind: 'office-holder',
  cues: cueWords('appointed elected president minister premier chairman chairwoman chair head director chief secretary governor mayor ceo chancellor leader'),
  find: ({ text }) => PATTERN.test(text),
}
