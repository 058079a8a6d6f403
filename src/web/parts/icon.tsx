import { iconPaths, iconWidths } from './icon-paths.ts'
import type { IconName } from './icon-paths.ts'

export type { IconName } from './icon-paths.ts'

/** A drawing beside words; never the only carrier of meaning, so it is hidden from readers. Sizes: xs 12, s 14, m 16, l 20. */
export function Icon({ name, size = 'm' }: { name: IconName; size?: 'xs' | 's' | 'm' | 'l' }) {
  return (
    <svg className={`ic ${size}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={iconPaths[name]} strokeWidth={iconWidths[name] ?? 1.5} />
    </svg>
  )
}
