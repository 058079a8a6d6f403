import { useT } from '../i18n/lang.tsx'
import type { KeyBinding } from './keys.tsx'

/** The keys of a page in one line at its foot. */
export function KeyStrip({ bindings, children }: { bindings: readonly KeyBinding[]; children?: React.ReactNode }) {
  const say = useT()
  return (
    <div className="keys">
      {bindings.map((binding) => (
        <span key={binding.keys}>
          <kbd>{binding.keys}</kbd>
          {say(binding.label)}
        </span>
      ))}
      {children && (
        <>
          <span className="sp" />
          {children}
        </>
      )}
    </div>
  )
}
