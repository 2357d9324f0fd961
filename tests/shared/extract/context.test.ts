import { describe, expect, it } from 'vitest'
import { needsContext } from '#shared/extract/context.ts'

describe('what points at the sentences before it', () => {
  it.each([
    ['a pronoun behind an adverb of time', 'Later he opened another bakery together with two cousins.'],
    ['a pronoun behind a phrase whose noun could be a verb', 'In turn this can help the farmers of the valley.'],
    ['persons who were named before, behind a phrase in front', 'In regard to the archive, the thieves copied the list of members.'],
    ['a company that was named before, behind a participle', 'Regarding safety, the company closed all of the tunnels.'],
    ['authors who explain', 'The authors explain that salt weakens the concrete of bridges.'],
    ['a time that was told before', 'Since this time, Norway has built 40 dams.'],
    ['the same at the end', 'A new chapel also opened at this time, beside the river.'],
    ['one of what was told before', 'One such method is the census.'],
    ['some of what was told before', 'Forty such lists survive in the archive of Kent.'],
    ['"this" behind a preposition', 'There may be a reason for this.'],
    ['others than those told of', 'There are other ways of drying the fruit.'],
    ['what belongs to something named before', 'Originally meant to feed the poor, its gardens soon served the whole town.'],
    ['the parts of what was told before', 'Most of these were sold to Denmark.'],
    ['the time that was told before', 'At the same time a new harbour was dug.'],
    ['such as were told before, in a clause', 'Roth explains that such towers are the graves of kings.'],
    ['whose it is, behind a time', 'After 18 months, their small herd had grown in size.'],
    ['what is like what was told', 'Similar steps were taken by the towns of the coast.'],
    ['what hangs on a condition told before', 'Otherwise, a new gate is built beside the old gate.'],
    ['the year that was told before', 'In the same year, Norway built 40 dams.'],
  ])('%s', (_, statement) => expect(needsContext(statement)).toBe(true))

  it.each([
    ['the same of something that is told', 'Two bakeries used the same kind of flour.'],
    ['many of what is told', 'Many of the older histories of Norway were printed in Denmark.'],
    ['most of a year', 'Most of 1931 was spent on the foundations of the bridge.'],
    ['"it" that announces, behind a phrase', 'In rural parishes it is likely that the songs keep their tunes.'],
    ['"there" before what is', 'There still remain among the Sami certain songs of the hunt.'],
    ['a pronoun behind a clause that names whom', 'When Norway left the union, it kept 40 ships.'],
    ['whose it is, behind whom is named', 'After the war, when farmers came back, their herds had grown in size.'],
    ['what is like something told here', 'Similar to Norway, Denmark built ships.'],
    ['a likeness', 'Denmark and Norway sent such ships as they had to Lisbon.'],
    ['the others of what is told', 'There are other towns called Halden in Norway.'],
  ])('nowhere: %s', (_, statement) => expect(needsContext(statement)).toBe(false))
})
