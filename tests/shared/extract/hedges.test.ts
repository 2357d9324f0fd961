import { expect, it } from 'vitest'
import { classifyHedges, hedgesIn } from '#shared/extract/hedges.ts'
import { tokenise } from '#shared/segment/tokens.ts'

function hedges(text: string): string[] {
  const tokens = tokenise(text)
  return hedgesIn(tokens, classifyHedges(tokens), 0, tokens.count).map(({ start, end }) => text.slice(start, end))
}

it.each<[string, string[]]>([
  ['The bridge appears to be older than the church.', ['appears']],
  ['The bridge appears older than the church.', ['appears']],
  ['The name first appeared in a map of Kent.', []],
  ['A second edition appeared in 1931, with a new preface.', []],
  ['It appears in larger towns.', []],
  ['The word appears only in two songs.', []],
  ['It appears only slowly to recover.', ['appears']],
  ['The tower is considered the oldest in Kent.', ['considered']],
  ['Its roof is widely considered to be the finest.', ['considered']],
  ['The council considered selling the tower.', []],
  ['The council considered the sale of the tower.', []],
  ['The engineer estimated how fast the ice would melt.', []],
  ['The crowd was estimated at some thousands.', ['estimated']],
  ['An estimated 40 towns were flooded.', ['estimated']],
  ['Compare the estimated with the observed values.', []],
  ['The officers believed that the tower would hold.', ['believed']],
  ['A lot of thought has gone into the design.', []],
  ['The tower was thought to be safe.', ['thought']],
  ['The data suggest that the tower leans.', ['suggest']],
  ['The data suggest a much earlier origin.', ['suggest']],
  ['A table can suggest the shortest way.', []],
  ['I list three towns and suggest some of the dangers.', []],
])('%s', (text, expected) => expect(hedges(text)).toEqual(expected))
