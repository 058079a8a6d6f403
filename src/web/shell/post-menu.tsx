import { t } from '../../text.ts'
import type { SessionView } from '../../api/present/session.ts'
import { useT } from '../i18n/lang.tsx'
import type { Say } from '../i18n/lang.tsx'
import { MenuButton } from '../parts/menu.tsx'
import { useSession, useSignOut } from '../session.ts'

/** 市住建局 · 办公室主任: the post in its unit, as the bar names it. */
export function postWords({ post }: SessionView, say: Say): string {
  return `${say(post.unit.short)} · ${say(post.title)}`
}

/** The first telling character of the unit: 住 of 市住建局, S of Supervision Office. */
export function unitInitial({ post }: SessionView, say: Say): string {
  return say(post.unit.short)
    .replace(/^[市县区省]/, '')
    .slice(0, 1)
}

/** The post at the right end of the bar: who is signed in, keys, sign out. */
export function PostMenu({ onKeys }: { onKeys: () => void }) {
  const say = useT()
  const session = useSession()
  const signOut = useSignOut()
  const words = postWords(session, say)
  return (
    <MenuButton
      className="who"
      label={say(t('岗位：{post}', 'Post: {post}'), { post: words })}
      head={
        <div className="mhead">
          <b>{say(session.account.name)}</b>
          <small>
            {session.account.login} · {say(session.post.unit.name)}
          </small>
        </div>
      }
      actions={[
        { id: 'keys', label: say(t('看按键', 'Keys')), icon: 'help', keyHint: '?', onAction: onKeys },
        { id: 'out', label: say(t('退出', 'Sign out')), icon: 'arrow', onAction: () => signOut.mutate() },
      ]}
    >
      <span className="av" aria-hidden="true">
        {unitInitial(session, say)}
      </span>
      <span className="el">{words}</span>
    </MenuButton>
  )
}
