/** Dots of the few characters that the sample pictures are marked with; '#' is ink. */
const digits: Readonly<Record<string, readonly string[]>> = {
  '0': [' ### ', '#   #', '#  ##', '# # #', '##  #', '#   #', ' ### '],
  '1': ['  #  ', ' ##  ', '  #  ', '  #  ', '  #  ', '  #  ', ' ### '],
  '2': [' ### ', '#   #', '    #', '   # ', '  #  ', ' #   ', '#####'],
  '3': ['#####', '   # ', '  #  ', '   # ', '    #', '#   #', ' ### '],
  '4': ['   # ', '  ## ', ' # # ', '#  # ', '#####', '   # ', '   # '],
  '5': ['#####', '#    ', '#### ', '    #', '    #', '#   #', ' ### '],
  '6': ['  ## ', ' #   ', '#    ', '#### ', '#   #', '#   #', ' ### '],
  '7': ['#####', '    #', '   # ', '  #  ', ' #   ', ' #   ', ' #   '],
  '8': [' ### ', '#   #', '#   #', ' ### ', '#   #', '#   #', ' ### '],
  '9': [' ### ', '#   #', '#   #', ' ####', '    #', '   # ', ' ##  '],
  '-': ['     ', '     ', '     ', '#####', '     ', '     ', '     '],
  ' ': ['     ', '     ', '     ', '     ', '     ', '     ', '     '],
}

/** 示例 */
const mark: readonly (readonly string[])[] = [
  [
    '             ',
    '  #########  ',
    '             ',
    '             ',
    '#############',
    '      #      ',
    '      #      ',
    '   #  #  #   ',
    '  #   #   #  ',
    ' #    #    # ',
    '#     #     #',
    '      #      ',
    '    ###      ',
  ],
  [
    '  #          ',
    '  # ######  #',
    ' #    #     #',
    ' #   #   #  #',
    '##   ### #  #',
    ' #   # # #  #',
    ' #  #  # #  #',
    ' #   # # #  #',
    ' #    #  #  #',
    ' #    #  #  #',
    ' #   #      #',
    ' #  #       #',
    ' # #      ###',
  ],
]

export function sampleMark(): readonly (readonly string[])[] {
  return mark
}

/** Characters other than digits, '-' and the space are left blank. */
export function digitGlyphs(text: string): readonly (readonly string[])[] {
  return Array.from(text, (character) => digits[character] ?? digits[' '] ?? [])
}
