import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import type { Lang, Text } from '../../text.ts'

const storageKey = 'luoshi.lang'

type LangValue = { lang: Lang; chooseLang: (lang: Lang) => void }
const LangContext = createContext<LangValue>({ lang: 'zh', chooseLang: () => {} })

/** The language chosen in this browser, or null when none was. Private windows may refuse the store. */
export function storedLang(): Lang | null {
  try {
    const kept = localStorage.getItem(storageKey)
    return kept === 'zh' || kept === 'en' ? kept : null
  } catch {
    return null
  }
}

function keepLang(lang: Lang): void {
  try {
    localStorage.setItem(storageKey, lang)
  } catch {
    // A browser without a store still switches for this visit.
  }
}

export function LangProvider({ children }: { children: ReactNode }) {
  const [lang, setLang] = useState<Lang>(() => storedLang() ?? 'zh')
  const chooseLang = useCallback((next: Lang) => {
    keepLang(next)
    setLang(next)
  }, [])
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
  }, [lang])
  const value = useMemo(() => ({ lang, chooseLang }), [lang, chooseLang])
  return (
    <LangContext.Provider value={value}>
      <I18nProvider locale={lang === 'zh' ? 'zh-CN' : 'en-US'}>{children}</I18nProvider>
    </LangContext.Provider>
  )
}

/** The language in use and the way to change it. */
export function useLang(): LangValue {
  return useContext(LangContext)
}

/** What a sentence's {name} places are filled with. */
export type Params = Readonly<Record<string, string | number>>

/** Words a sentence in one language; {name} is replaced by the parameter of that name, an unknown one stays. */
export function worded(text: Text, lang: Lang, params?: Params): string {
  const sentence = text[lang]
  if (!params) return sentence
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

export type Say = (text: Text, params?: Params) => string

/** The function that says a Text in the language in use: `say(t('还缺 {n} 份', '{n} missing'), { n: 3 })`. */
export function useT(): Say {
  const { lang } = useLang()
  return useCallback((text: Text, params?: Params) => worded(text, lang, params), [lang])
}
