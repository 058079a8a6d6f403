import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { SearchField } from 'react-aria-components/SearchField'
import { useLocation } from 'wouter'
import type { SearchHit } from '../../api/present/session.ts'
import { t } from '../../text.ts'
import type { Text } from '../../text.ts'
import { get } from '../client.ts'
import { useLang, useT } from '../i18n/lang.tsx'
import { Icon } from '../parts/icon.tsx'
import type { IconName } from '../parts/icon.tsx'
import { LightShape, lightWords } from '../parts/light.tsx'
import type { LightMark } from '../parts/light.tsx'
import { usePreferences, useSession, useSignOut } from '../session.ts'
import { openPlaces } from './places.ts'

const kindWords: Readonly<Record<SearchHit['kind'], Text>> = {
  item: t('事项', 'Items'),
  report: t('报告', 'Reports'),
  unit: t('单位', 'Units'),
  ledger: t('台账', 'Ledgers'),
}
const kindIcons: Readonly<Record<SearchHit['kind'], IconName>> = {
  item: 'table',
  report: 'read',
  unit: 'unit',
  ledger: 'list',
}
const kinds = ['item', 'ledger', 'report', 'unit'] as const

type Command = { id: string; label: string; icon: IconName; run: () => void }

/** Ctrl K: what is found, the pages, and what can be done from anywhere. */
export function Palette({ onClose }: { onClose: () => void }) {
  const say = useT()
  const [typed, setTyped] = useState('')
  const [, navigate] = useLocation()
  const wanted = useDeferredValue(typed.trim())
  const hits = useSearch(wanted)
  const commands = useCommands().filter((command) => command.label.toLowerCase().includes(wanted.toLowerCase()))
  // The field would only be emptied by the first Esc.
  const leaveOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }
  const go = (href: string) => {
    onClose()
    navigate(href)
  }
  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && onClose()} isDismissable className="veil palette">
      <Modal className="pop cmd">
        <Dialog aria-label={say(t('搜索和命令', 'Search and commands'))}>
          <div onKeyDownCapture={leaveOnEscape}>
            <Autocomplete inputValue={typed} onInputChange={setTyped}>
              <SearchField autoFocus aria-label={say(t('搜索', 'Search'))} className="in">
                <Icon name="search" size="s" />
                <Input placeholder={say(t('搜索事项、文号、单位，或输入命令', 'Search or type a command'))} />
                <kbd aria-hidden="true">Esc</kbd>
              </SearchField>
              <Menu
                className="menu"
                aria-label={say(t('结果', 'Results'))}
                renderEmptyState={() => <Nothing typed={wanted} />}
              >
                {kinds.map((kind) => (
                  <HitSection key={kind} kind={kind} hits={hits.filter((hit) => hit.kind === kind)} onGo={go} />
                ))}
                {commands.length > 0 && (
                  <MenuSection>
                    <Header className="meta">{say(t('命令', 'Commands'))}</Header>
                    {commands.map((command) => (
                      <MenuItem
                        key={command.id}
                        id={command.id}
                        textValue={command.label}
                        className="mi"
                        onAction={() => {
                          onClose()
                          command.run()
                        }}
                      >
                        <Icon name={command.icon} size="s" />
                        <span>{command.label}</span>
                        <kbd aria-hidden="true">⏎</kbd>
                      </MenuItem>
                    ))}
                  </MenuSection>
                )}
              </Menu>
            </Autocomplete>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function HitSection({
  kind,
  hits,
  onGo,
}: {
  kind: SearchHit['kind']
  hits: readonly SearchHit[]
  onGo: (href: string) => void
}) {
  const say = useT()
  const words = (text: Text | string) => (typeof text === 'string' ? text : say(text))
  if (hits.length === 0) return null
  return (
    <MenuSection>
      <Header className="meta">{say(kindWords[kind])}</Header>
      {hits.map((hit) => (
        <MenuItem
          key={hit.id}
          id={`${kind}:${hit.id}`}
          textValue={words(hit.title)}
          className="mi"
          onAction={() => onGo(hit.href)}
        >
          {isLight(hit.light) ? <LightShape light={hit.light} small /> : <Icon name={kindIcons[kind]} size="s" />}
          <span className="el">{words(hit.title)}</span>
          <small>{words(hit.sub)}</small>
          <kbd aria-hidden="true">⏎</kbd>
        </MenuItem>
      ))}
    </MenuSection>
  )
}

function Nothing({ typed }: { typed: string }) {
  const say = useT()
  return (
    <p className="meta pad">
      {say(t('没有找到“{typed}”。换个词，或用文号、单位简称。', 'Nothing for “{typed}”. Try other words.'), { typed })}
    </p>
  )
}

const isLight = (light: string | undefined): light is LightMark => light !== undefined && light in lightWords

function useSearch(wanted: string): readonly SearchHit[] {
  const { data } = useQuery({
    queryKey: ['search', wanted],
    queryFn: ({ signal }) => get<readonly SearchHit[]>(`/search?q=${encodeURIComponent(wanted)}`, signal),
    enabled: wanted.length > 0,
    placeholderData: keepPreviousData,
  })
  return wanted.length > 0 ? (data ?? []) : []
}

function useCommands(): Command[] {
  const say = useT()
  const [, navigate] = useLocation()
  const { nav, preferences } = useSession()
  const { lang, chooseLang } = useLang()
  const change = usePreferences()
  const signOut = useSignOut()
  const other = lang === 'zh' ? 'en' : 'zh'
  const places = openPlaces(nav).map((place) => ({
    id: `go:${place.id}`,
    label: say(t('打开{name}', 'Open {name}'), { name: say(place.label) }),
    icon: place.icon,
    run: () => navigate(place.href),
  }))
  return [
    ...places,
    {
      id: 'large',
      label: say(preferences.large ? t('换成标准字', 'Standard type') : t('换成大字', 'Large type')),
      icon: 'text',
      run: () => change.mutate({ large: !preferences.large }),
    },
    {
      id: 'lang',
      label: other === 'en' ? 'English' : '中文',
      icon: 'globe',
      run: () => {
        chooseLang(other)
        change.mutate({ lang: other })
      },
    },
    { id: 'print', label: say(t('打印本页', 'Print this page')), icon: 'print', run: () => print() },
    { id: 'out', label: say(t('退出', 'Sign out')), icon: 'arrow', run: () => signOut.mutate() },
  ]
}
