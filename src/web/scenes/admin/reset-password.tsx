import { useState } from 'react'
import type { AccountView } from '../../../api/present/admin.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Form } from '../../parts/form.tsx'
import { useToast } from '../../parts/toast.tsx'
import { fieldMessage } from '../../problem.ts'
import { LooseProblem } from './loose-problem.tsx'
import { PasswordField } from './password-field.tsx'
import { useResetPassword } from './use-accounts.ts'

type ResetPasswordProps = { account: AccountView; onClose: () => void }

/** 重设口令: for somebody who cannot sign in. It lifts a lock and ends the sessions; the old password is gone. */
export function ResetPassword({ account, onClose }: ResetPasswordProps) {
  const say = useT()
  return (
    <Dialog
      open
      onClose={onClose}
      title={say(t('重设 {login} 的口令', 'Reset the password of {login}'), { login: account.login })}
    >
      <p className="i2">
        {say(
          t(
            '原口令作废，已登录的都退出，锁定解除。不能撤回。',
            'The old password no longer works, its sessions end and a lock is lifted. This cannot be taken back.',
          ),
        )}
      </p>
      <ResetForm account={account} onClose={onClose} />
    </Dialog>
  )
}

function ResetForm({ account: { id, login }, onClose }: ResetPasswordProps) {
  const say = useT()
  const { toast } = useToast()
  const reset = useResetPassword(id)
  const [password, setPassword] = useState('')
  const message = fieldMessage(reset.error, 'password')
  const submit = () =>
    reset.mutate(password, {
      onSuccess: () => {
        toast({ text: t(`已重设 ${login} 的口令`, `The password of ${login} is reset`) })
        onClose()
      },
    })
  return (
    <Form onSubmit={submit} problem={reset.error} className="dlgf">
      <PasswordField value={password} onChange={setPassword} login={login} error={message && say(message)} />
      <LooseProblem error={reset.error} fields={['password']} />
      <div className="dlgb">
        <Button onPress={onClose}>{say(t('不重设', 'Leave'))}</Button>
        <Button type="submit" look="primary" busy={reset.isPending}>
          {say(t('重设口令', 'Reset the password'))}
        </Button>
      </div>
    </Form>
  )
}
