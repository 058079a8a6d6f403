import { createContext, useContext, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { Text } from '../../text.ts'

/** One key and what it does. Keys with Ctrl or Alt are written 'Ctrl+K'. Without `run` it is only listed. */
export type KeyBinding = Readonly<{ keys: string; label: Text; run?: () => void }>
export type KeyGroup = Readonly<{ title: Text; bindings: readonly KeyBinding[] }>

type Registry = { list: () => readonly KeyGroup[]; add: (group: KeyGroup) => () => void }

function createRegistry(): Registry {
  const groups = new Set<KeyGroup>()
  return {
    list: () => [...groups],
    add: (group) => {
      groups.add(group)
      return () => groups.delete(group)
    },
  }
}

const KeysContext = createContext<Registry>(createRegistry())

/** Listens once for the page. `enabled` is the account's choice; keys with Ctrl or Alt always work. */
export function KeysProvider({ enabled, children }: { enabled: boolean; children: ReactNode }) {
  const [registry] = useState(createRegistry)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const binding = findBinding(registry.list(), event, enabled)
      if (!binding?.run) return
      event.preventDefault()
      binding.run()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [registry, enabled])
  return <KeysContext value={registry}>{children}</KeysContext>
}

/** The groups in force when it is read, the page's last. */
export function useKeyGroups(): readonly KeyGroup[] {
  return useContext(KeysContext).list()
}

/** Offers keys while the page is shown. Single letters never act in a field, in an open window, or when switched off. */
export function useKeys(title: Text, bindings: readonly KeyBinding[]): void {
  const registry = useContext(KeysContext)
  useEffect(() => registry.add({ title, bindings }), [registry, title, bindings])
}

/** The newest group that knows the key pressed. */
export function findBinding(
  groups: readonly KeyGroup[],
  event: KeyboardEvent,
  enabled: boolean,
): KeyBinding | undefined {
  if (event.defaultPrevented || event.isComposing || event.repeat) return undefined
  const pressed = nameOf(event)
  const single = !pressed.includes('+')
  if (single && (!enabled || inField(event.target) || overlaid())) return undefined
  for (const group of [...groups].reverse()) {
    const binding = group.bindings.find((one) => one.run && one.keys.toLowerCase() === pressed)
    if (binding) return binding
  }
  return undefined
}

function nameOf(event: KeyboardEvent): string {
  const prefix = event.ctrlKey || event.metaKey ? 'ctrl+' : event.altKey ? 'alt+' : ''
  return prefix + event.key.toLowerCase()
}

function inField(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable="true"], [role="listbox"], [role="menu"]') !== null
  )
}

function overlaid(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
}
