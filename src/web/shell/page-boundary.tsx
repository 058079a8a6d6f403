import { Component } from 'react'
import type { ReactNode } from 'react'
import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { PageError } from '../parts/states.tsx'

/** Keeps the navigation standing when a scene fails to load or to draw. */
export class PageBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return <Broken error={this.state.error} />
  }
}

/** A scene's file that did not arrive needs a reload: the browser remembers the failed import. */
function Broken({ error }: { error: unknown }) {
  const say = useT()
  return (
    <PageError
      error={error}
      works={
        <>
          {say(t('左边的导航和搜索还能用。', 'Navigation and search still work.'))}{' '}
          <button type="button" className="lk-btn" onClick={() => location.reload()}>
            {say(t('再试', 'Try again'))}
          </button>
        </>
      }
    />
  )
}
