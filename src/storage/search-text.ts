/**
 * Chinese search without a parser: texts are cut into pairs of neighbouring characters, and so are the words looked for.
 * The last character of a run stands alone as well, so that a single character finds every place where it occurs.
 */

/** The text's pairs as a tsvector literal. Letters and digits of any script count; all else parts the runs. */
export function bigrams(text: string): string {
  return [...new Set(runsOf(text).flatMap((run) => [...pairsOf(run), run.at(-1) ?? '']))].map(quoted).join(' ')
}

/** The words looked for as a tsquery literal: all their pairs must occur. Null where nothing can be looked up. */
export function tsQuery(text: string): string | null {
  const terms = runsOf(text).flatMap((run) =>
    run.length === 1 ? run.map((one) => `${quoted(one)}:*`) : pairsOf(run).map(quoted),
  )
  return terms.length === 0 ? null : [...new Set(terms)].join(' & ')
}

/** The words of a query, parted by white space, as patterns for LIKE. */
export function likePatterns(text: string): string[] {
  return text
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
}

function runsOf(text: string): string[][] {
  return [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}]+/gu),
  ].map(([run]) => Array.from(run))
}

function pairsOf(run: readonly string[]): string[] {
  return run.slice(1).map((second, index) => `${run[index] ?? ''}${second}`)
}

function quoted(term: string): string {
  return `'${term}'`
}
