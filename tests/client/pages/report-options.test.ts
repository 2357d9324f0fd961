import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ReportQuery } from '#shared/api/reports.ts'
import { REPORT_FORMATS } from '#shared/report/report.ts'
import { chosenOf, queryOf, searchOf, SECTIONS } from '../../../client/pages/report/report-options.ts'

const chosen = fc.record({ format: fc.constantFrom(...REPORT_FORMATS), sections: fc.subarray([...SECTIONS]), withoutInternal: fc.boolean(), onlyDisputed: fc.boolean() })

it('an empty address is the whole report as HTML', () => expect(chosenOf(new URLSearchParams())).toEqual({ format: 'html', sections: SECTIONS, withoutInternal: false, onlyDisputed: false }))
it('a choice survives its address', () =>
  fc.assert(fc.property(chosen, (given) => {
    expect(chosenOf(new URLSearchParams(searchOf(given)))).toEqual(given)
  })))
it('the server takes every query', () => fc.assert(fc.property(chosen, (given) => ReportQuery.safeParse(queryOf(given)).success)))
it('an address nobody wrote is read as far as it goes', () => expect(chosenOf(new URLSearchParams('format=docx&sections=notes,nonsense'))).toMatchObject({ format: 'html', sections: ['notes'] }))
