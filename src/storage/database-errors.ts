import type { Text } from '../text.ts'

/** The database was closed, or its thread died: nothing more can be asked of it. */
export class DatabaseClosed extends Error {
  override readonly name = 'DatabaseClosed'

  constructor(why = 'it was closed', options?: ErrorOptions) {
    super(`数据库已关闭 / The database is closed: ${why}`, options)
  }
}

/** The database cannot be opened as things stand; the text tells the administrator why and what to do. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused'
  readonly text: Text

  constructor(text: Text, options?: ErrorOptions) {
    super(`${text.zh} / ${text.en}`, options)
    this.text = text
  }
}
