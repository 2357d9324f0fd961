import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Folders whose tests wait for browsers and processes of their own. */
const SLOW = ['/tests/e2e/', '/tests/process/', '/tests/commands/', '/tests/compliance/', '/tests/server/db/']
const rankOf = ({ project, moduleId }: TestSpecification): number => (project.name === 'pure' ? 2 : SLOW.some((folder) => moduleId.includes(folder)) ? 0 : 1)

/** The slowest files begin first: one that began last would be waited for by workers that have nothing left to do. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rankOf(a) - rankOf(b))
  }
}
