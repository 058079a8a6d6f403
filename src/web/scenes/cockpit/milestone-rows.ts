/** A mark to be named: where it stands and on which side of it the name is written. */
export type Mark = Readonly<{ x: number; name: string; toLeft: boolean }>
/** Its row (0 lower, 1 upper) and as much of the name as fits there. */
export type Placed = Readonly<{ row: 0 | 1; text: string }>

const GAP = 5
const BETWEEN = 8

/** About the width of a name in 12 px type. */
export function widthOf(name: string): number {
  return Array.from(name).reduce((width, letter) => width + (/[\u2e80-\uffef]/u.test(letter) ? 12 : 6.4), 0)
}

/**
 * Names in two rows, given from left to right: they alternate, move to the other row where they would write over a
 * neighbour, and are cut where neither row has the room.
 */
export function placeMarks(marks: readonly Mark[]): Placed[] {
  const ends = [0, 0]
  return marks.map(({ x, name, toLeft }, at) => {
    const width = widthOf(name)
    const roomOf = (row: number) => (toLeft ? x - GAP - (ends[row] ?? 0) - BETWEEN : Infinity)
    const fits = (row: number) =>
      toLeft ? roomOf(row) >= width : x + GAP >= (ends[row] ?? 0) + (ends[row] ? BETWEEN : 0)
    const liked = at % 2 === 0 ? 0 : 1
    const other = liked === 0 ? 1 : 0
    const row = fits(liked) || (!fits(other) && roomOf(liked) >= roomOf(other)) ? liked : other
    const text = cut(name, roomOf(row))
    ends[row] = toLeft ? x - GAP : x + GAP + width
    return { row, text }
  })
}

function cut(name: string, room: number): string {
  if (widthOf(name) <= room) return name
  let kept = name
  while (kept !== '' && widthOf(`${kept}…`) > room) kept = kept.slice(0, -1).trimEnd()
  return kept === '' ? '' : `${kept}…`
}
