import { useState } from 'react'
import type { AccountView } from '../../../api/present/admin.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { Button } from '../../parts/button.tsx'
import { RadioGroup } from '../../parts/choice.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { DateField } from '../../parts/date-field.tsx'
import { Form } from '../../parts/form.tsx'
import { useToast } from '../../parts/toast.tsx'
import { fieldMessage } from '../../problem.ts'
import { useSession } from '../../session.ts'
import { LooseProblem } from './loose-problem.tsx'
import { PostPicker } from './post-picker.tsx'
import { useAssignPost } from './use-accounts.ts'

type AssignPostProps = { account: AccountView; onClose: () => void }

/** 任职: a move to another post, or one more post, from a day on. Duties stay with the post that is left. */
export function AssignPost({ account, onClose }: AssignPostProps) {
  const say = useT()
  return (
    <Dialog open onClose={onClose} title={say(t('{login} 任职', 'Posts of {login}'), { login: account.login })}>
      <p className="i2">
        {account.post
          ? say(
              t(
                '现任 {unit} · {post}。原岗位的事项留在原岗位。',
                'Now {post}, {unit}. Its matters stay with that post.',
              ),
              {
                unit: say(account.post.unit.short),
                post: say(account.post.title),
              },
            )
          : say(t('现在没有岗位。', 'Holds no post now.'))}
      </p>
      <AssignForm account={account} onClose={onClose} />
    </Dialog>
  )
}

function AssignForm({ account: { id, login }, onClose }: AssignPostProps) {
  const say = useT()
  const { today } = useSession()
  const { toast } = useToast()
  const assign = useAssignPost(id)
  const [post, setPost] = useState<string | null>(null)
  const [from, setFrom] = useState<string | null>(today)
  const [to, setTo] = useState<string | null>(null)
  const [how, setHow] = useState<'move' | 'more'>('move')
  const [missing, setMissing] = useState(false)
  const message = (field: string) => {
    const text = fieldMessage(assign.error, field)
    return text && say(text)
  }
  const submit = () => {
    setMissing(post === null || from === null)
    if (post === null || from === null) return
    const assignment = { post, from, to, moves: how === 'move' }
    assign.mutate(assignment, {
      onSuccess: () => {
        toast({ text: t(`${login} 已任职`, `${login} has the post`) })
        onClose()
      },
    })
  }
  return (
    <Form onSubmit={submit} problem={missing || assign.error} className="dlgf">
      <RadioGroup
        chips
        label={say(t('怎么任', 'How'))}
        options={[
          { id: 'move', label: say(t('调任，交出原岗位', 'Move, leaving the old post')) },
          { id: 'more', label: say(t('兼任，多一个岗位', 'One more post')) },
        ]}
        value={how}
        onChange={setHow}
      />
      <PostPicker
        value={post}
        onChange={setPost}
        error={missing && post === null ? say(t('岗位：没有选。选一个岗位。', 'Post: none chosen.')) : message('post')}
      />
      <div className="two">
        <DateField
          label={say(t('从哪天起', 'From'))}
          name="from"
          required
          value={from}
          onChange={setFrom}
          error={missing && from === null ? say(t('起始日期：没有填。', 'From: empty.')) : message('from')}
        />
        <DateField
          label={say(t('到哪天', 'To'))}
          note={say(t('可不填', 'optional'))}
          name="to"
          value={to}
          onChange={setTo}
          error={message('to')}
        />
      </div>
      <LooseProblem error={assign.error} fields={['post', 'from', 'to']} />
      <div className="dlgb">
        <Button onPress={onClose}>{say(t('不改', 'Leave'))}</Button>
        <Button type="submit" look="primary" busy={assign.isPending}>
          {say(t('任职', 'Assign'))}
        </Button>
      </div>
    </Form>
  )
}
