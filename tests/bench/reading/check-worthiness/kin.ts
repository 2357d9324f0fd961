/** So many words before and behind a word are its company; a farther one counts less. */
const REACH = 5
/** How many traits of company are told apart. Chosen by cross-validation from 50, 60, 100 and 200. */
const TRAITS = 60
/** Rounds of orthogonal iteration: further ones turn the strongest traits no more. */
const ROUNDS = 15
/** Frequent company is damped: its counts are raised to this power (Levy, Goldberg & Dagan, TACL 2015). */
const DAMPING = 0.75

/** What stands right before, right behind and around a word are different company. */
const SIDES = 3
const sideOf = (offset: number): number => (offset === -1 ? 0 : offset === 1 ? 1 : 2)

interface Sparse { starts: Int32Array; columns: Int32Array; values: Float64Array; width: number }

/** Positive pointwise mutual information of words and their company. Texts are the numbers of their words, −1 for a word without one. */
function companyOf(texts: readonly (readonly number[])[], count: number): Sparse {
  const rows = Array.from({ length: count }, () => new Map<number, number>())
  const width = (count + 2) * SIDES
  for (const text of texts) {
    const padded = [count, ...text, count + 1]
    for (let at = 1; at < padded.length - 1; at += 1) {
      if (padded[at]! < 0) continue
      const row = rows[padded[at]!]!
      for (let other = Math.max(0, at - REACH); other <= Math.min(padded.length - 1, at + REACH); other += 1) {
        if (other === at || padded[other]! < 0) continue
        const column = padded[other]! * SIDES + sideOf(other - at)
        row.set(column, (row.get(column) ?? 0) + 1 / Math.abs(other - at))
      }
    }
  }
  const inColumn = new Float64Array(width)
  let all = 0
  for (const row of rows) for (const [column, value] of row) {
    inColumn[column]! += value
    all += value
  }
  const damped = inColumn.map((value) => value ** DAMPING)
  const share = all / damped.reduce((sum, value) => sum + value, 0)
  const starts = new Int32Array(count + 1)
  const [columns, values]: [number[], number[]] = [[], []]
  rows.forEach((row, word) => {
    let inRow = 0
    for (const value of row.values()) inRow += value
    for (const [column, value] of row) {
      const information = Math.log((value * all) / (inRow * damped[column]! * share))
      if (information <= 0) continue
      columns.push(column)
      values.push(information)
    }
    starts[word + 1] = columns.length
  })
  return { starts, columns: Int32Array.from(columns), values: Float64Array.from(values), width }
}

/** Rows of `vectors` (TRAITS numbers each) times the matrix and its transpose. */
function turn({ starts, columns, values, width }: Sparse, vectors: Float64Array): Float64Array {
  const across = new Float64Array(width * TRAITS)
  const turned = new Float64Array(vectors.length)
  const count = starts.length - 1
  for (let row = 0; row < count; row += 1) for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
    const [to, from, value] = [columns[at]! * TRAITS, row * TRAITS, values[at]!]
    for (let trait = 0; trait < TRAITS; trait += 1) across[to + trait]! += value * vectors[from + trait]!
  }
  for (let row = 0; row < count; row += 1) for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
    const [from, to, value] = [columns[at]! * TRAITS, row * TRAITS, values[at]!]
    for (let trait = 0; trait < TRAITS; trait += 1) turned[to + trait]! += value * across[from + trait]!
  }
  return turned
}

/** Makes the columns of `vectors` orthogonal and of length 1 (Gram–Schmidt); gives their lengths before. */
function orthogonalise(vectors: Float64Array): Float64Array {
  const lengths = new Float64Array(TRAITS)
  for (let trait = 0; trait < TRAITS; trait += 1) {
    for (let before = 0; before < trait; before += 1) {
      let common = 0
      for (let at = 0; at < vectors.length; at += TRAITS) common += vectors[at + trait]! * vectors[at + before]!
      for (let at = 0; at < vectors.length; at += TRAITS) vectors[at + trait]! -= common * vectors[at + before]!
    }
    let square = 0
    for (let at = 0; at < vectors.length; at += TRAITS) square += vectors[at + trait]! ** 2
    lengths[trait] = Math.sqrt(square)
    for (let at = 0; at < vectors.length; at += TRAITS) vectors[at + trait]! /= lengths[trait] || 1
  }
  return lengths
}

/**
 * What company each of `count` words keeps, as a vector of length 1: words used alike ("senator", "governor") get vectors that lie close. The strongest traits of the
 * information that words give of their neighbours (Levy & Goldberg, NIPS 2014), by orthogonal iteration from a fixed start: the same texts give the same vectors.
 */
export function companyVectors(texts: readonly (readonly number[])[], count: number): Float64Array[] {
  const company = companyOf(texts, count)
  let vectors = Float64Array.from({ length: count * TRAITS }, (_, at) => ((Math.imul(at + 1, 0x9e3779b1) >>> 8) / 2 ** 24) - 0.5)
  let lengths = orthogonalise(vectors)
  for (let round = 0; round < ROUNDS; round += 1) {
    vectors = turn(company, vectors) as Float64Array<ArrayBuffer>
    lengths = orthogonalise(vectors)
  }
  // A length is a trait's singular value squared; its fourth root weighs the trait by the root of that value.
  const weights = lengths.map((length) => length ** 0.25)
  return Array.from({ length: count }, (_, word) => {
    const vector = weights.map((weight, trait) => weight * vectors[word * TRAITS + trait]!)
    const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1
    return vector.map((value) => value / length)
  })
}

const ENDINGS: readonly (readonly [ending: RegExp, instead: string])[] = [[/'s$/, ''], [/ies$|ied$/, 'y'], [/sses$/, 'ss']]
/** What words of one stem share: plural, possessive, "-ing", "-ed" and a silent "e" are taken off. Rough: it only lets related words lend each other weight. */
export function stemOf(word: string): string {
  if (word.length < 4 || word.startsWith('<')) return word
  for (const [ending, instead] of ENDINGS) if (ending.test(word)) return word.replace(ending, instead)
  let stem = word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word
  const bare = stem.replace(/(?:ing|ed)$/, '')
  if (bare !== stem && bare.length >= 3 && /[aeiouy]/.test(bare)) stem = /([^aeioulsz])\1$/.test(bare) ? bare.slice(0, -1) : bare
  return stem.endsWith('e') && stem.length > 4 ? stem.slice(0, -1) : stem
}
