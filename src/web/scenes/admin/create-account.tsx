import { useState } from 'react'
import { t, type Text } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { TextField } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { useToast } from '../../parts/toast.tsx'
import { fieldMessage } from '../../problem.ts'
import { LooseProblem } from './loose-problem.tsx'
import { PasswordField } from './password-field.tsx'
import { PostPicker } from './post-picker.tsx'
import { useCreateAccount } from './use-accounts.ts'

type CreateAccountProps = {
  /** Chosen beforehand, where one comes from a post without an account. */
  post: string | null
  onClose: () => void
}

/** 开账号: a login, a first password and a post. */
export function CreateAccount({ post, onClose }: CreateAccountProps) {
  const say = useT()
  return (
    <Dialog open onClose={onClose} title={say(t('开账号', 'Open an account'))}>
      <CreateForm post={post} onClose={onClose} />
    </Dialog>
  )
}

function CreateForm({ post: given, onClose }: CreateAccountProps) {
  const say = useT()
  const { toast } = useToast()
  const create = useCreateAccount()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [post, setPost] = useState(given)
  const [checked, setChecked] = useState<object | null>(null)
  const empty: Readonly<Record<string, Text | false>> = {
    login: login.trim() === '' && t('账号：没有填。填一个账号名。', 'Login: empty. Give it a name.'),
    post: post === null && t('岗位：没有选。选一个岗位。', 'Post: none chosen. Choose one.'),
    password: password === '' && t('口令：没有填。填一个，或随机生成。', 'Password: empty. Write or generate one.'),
  }
  const message = (field: string) => {
    const text = (checked && empty[field]) || fieldMessage(create.error, field)
    return text && say(text)
  }
  const submit = () => {
    // A new object each time, so that the focus goes to the first wrong field again.
    setChecked({})
    if (post === null || Object.values(empty).some(Boolean)) return
    const account = { login: login.trim(), password, post, from: null }
    create.mutate(account, {
      onSuccess: () => {
        toast({ text: t(`已开账号 ${account.login}`, `Account ${account.login} is open`) })
        onClose()
      },
    })
  }
  return (
    <Form onSubmit={submit} problem={create.error ?? checked} className="dlgf">
      <TextField
        label={say(t('账号', 'Login'))}
        name="login"
        value={login}
        onChange={setLogin}
        autoComplete="off"
        maxLength={40}
        required
        autoFocus
        help={say(
          t('字母、数字、点、横线，2—40 位，如 zjj-bgs', '2 to 40 letters, digits, dots or dashes, as zjj-bgs'),
        )}
        error={message('login')}
      />
      <PostPicker value={post} onChange={setPost} error={message('post')} />
      <PasswordField value={password} onChange={setPassword} login={login} error={message('password')} />
      <LooseProblem error={create.error} fields={['login', 'post', 'password']} />
      <div className="dlgb">
        <Button onPress={onClose}>{say(t('不开', 'Leave'))}</Button>
        <Button type="submit" look="primary" busy={create.isPending}>
          {say(t('开账号', 'Open the account'))}
        </Button>
      </div>
    </Form>
  )
}
