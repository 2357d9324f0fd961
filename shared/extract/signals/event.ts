import { cueWords, type Signal } from './signal.ts'

export const event: Signal = {
  id: 'event',
  label: 'says that something happened',
  kind: 'event',
  cues: cueWords('announced launched signed issued established founded released published held appointed elected killed died born invaded attacked won lost passed adopted approved banned introduced opened closed began started ended completed invited created built invested promised pledged visited met merged acquired bought sold resigned fired arrested convicted sentenced sued ruled imposed lifted agreed refused rejected withdrew joined left moved became coordinated mentioned organized organised used pushed planned listed worked put vowed downplayed avoided abandoned spoke told said'),
}
