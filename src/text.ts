/** A label in both languages. zh is the language of record; en is a courtesy. */
export type Text = Readonly<{ zh: string; en: string }>

export type Lang = keyof Text

export function t(zh: string, en: string): Text {
  return { zh, en }
}
