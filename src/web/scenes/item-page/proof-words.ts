import type { Evidence } from '../../../engine/item.ts'
import { t, type Text } from '../../../text.ts'

/** What a proof is: the words of who handed it in, else the file's name without its ending. */
export function kindWords({ kind, name }: Pick<Evidence, 'kind' | 'name'>): Text {
  const plain = kind === 'photo' || kind === 'document' ? name.replace(/\.[^.]{1,5}$/, '') : kind
  return t(plain, plain)
}
