/** Precision and recall as one figure: of rows scored at or above the threshold. */
export function f1(scores: readonly number[], labels: readonly boolean[], threshold: number): number {
  let [right, taken, worthy] = [0, 0, 0]
  scores.forEach((score, at) => {
    if (score >= threshold) taken += 1
    if (labels[at]) worthy += 1
    if (score >= threshold && labels[at]) right += 1
  })
  return (2 * right) / (taken + worthy)
}

const ranked = (scores: readonly number[]): number[] => scores.map((_, at) => at).sort((a, b) => scores[b]! - scores[a]! || a - b)

/** The mean of the precision at each worthy row, from the highest score down. */
export function averagePrecision(scores: readonly number[], labels: readonly boolean[]): number {
  let [right, sum] = [0, 0]
  ranked(scores).forEach((row, place) => {
    if (!labels[row]) return
    right += 1
    sum += right / (place + 1)
  })
  return sum / right
}

/** The score at which as many rows are taken as are worthy, so that precision and recall are equal. */
export function balanceOf(scores: readonly number[], labels: readonly boolean[]): number {
  const worthy = labels.filter(Boolean).length
  return scores[ranked(scores)[worthy - 1]!]!
}
