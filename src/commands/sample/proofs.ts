import type { Day } from '../../calendar/day.ts'
import { dayOf, type Moment } from '../../calendar/moment.ts'
import type { ItemState, NewEvidence } from '../../engine/item.ts'
import type { NewFile } from '../../storage/file-store.ts'
import { sha256Of } from '../upload-file.ts'
import { samplePaper } from './paper.ts'
import { samplePicture } from './picture.ts'

/** Makes proof for the sample's items, and keeps the files until they are written. */
export class ProofRoom {
  readonly files: NewFile[] = []
  readonly #newId: () => string
  #count = 0

  constructor(newId: () => string) {
    this.#newId = newId
  }

  /** A drawn photo of the place; `amount` is how much of the target it shows. */
  photo(item: ItemState, at: Moment, takenOn: Day, amount: number | null = null): NewEvidence {
    this.#count += 1
    const digits = `${item.number.replace(/\D/g, '')} ${takenOn}`
    const bytes = samplePicture(this.#count, digits)
    const name = `${item.number}现场（示例）${takenOn}.png`
    return this.#keep({ bytes, name, type: 'image/png', kind: 'photo', takenOn, amount }, at)
  }

  /** A drawn paper: an acceptance, a notice, minutes. */
  paper(item: ItemState, at: Moment, title: string, amount: number | null = null): NewEvidence {
    this.#count += 1
    const day = dayOf(at)
    const bytes = samplePaper([title, `${item.number} ${item.title.slice(0, 32)}`, day])
    const name = `${title}（示例）${item.number}.pdf`
    return this.#keep({ bytes, name, type: 'application/pdf', kind: 'document', takenOn: day, amount }, at)
  }

  #keep(file: Pick<NewFile, 'bytes' | 'name' | 'type'> & Facts, at: Moment): NewEvidence {
    const { bytes, name, type, kind, takenOn, amount } = file
    const sha256 = sha256Of(bytes)
    this.files.push({ sha256, name, type, bytes, at })
    return { id: this.#newId(), sha256, name, type, size: bytes.length, kind, place: null, takenOn, amount }
  }
}

type Facts = Pick<NewEvidence, 'kind' | 'takenOn' | 'amount'>
