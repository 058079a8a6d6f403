import type { Refusal } from '../engine/item.ts'
import { AppError, type FieldFault } from '../errors.ts'
import { t, type Text } from '../text.ts'

/** The engine's reasons as one refusal; its detail is all of them in a sentence. */
export function refused(refusals: readonly Refusal[]): AppError {
  return new AppError('refused', { detail: joined(refusals.map(({ message }) => message)), errors: refusals })
}

/** A refusal of the body of a request, field by field. */
export function badFields(faults: readonly FieldFault[]): AppError {
  return new AppError('bad_request', { detail: joined(faults.map(({ message }) => message)), errors: faults })
}

export function fault(field: string | null, code: string, zh: string, en: string): FieldFault {
  return { field, code, message: t(zh, en) }
}

function joined(messages: readonly Text[]): Text {
  return t(messages.map(({ zh }) => zh).join('；'), messages.map(({ en }) => en).join('; '))
}
