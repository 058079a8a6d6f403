import { pinyin } from 'pinyin-pro'

/** Sort key of a Chinese text: its syllables, lower case. PGlite has no collation that would know them. */
export function pinyinKey(text: string): string {
  return syllables(text).join(' ')
}

/** What a picker is searched by: 'sjzj shizhujianju' for 市住建局. */
export function pinyinSearch(text: string): string {
  const parts = syllables(text)
  return `${parts.map((part) => part.charAt(0)).join('')} ${parts.join('')}`
}

function syllables(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).map((part) =>
    part.toLowerCase(),
  )
}
