import { useState } from 'react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { problemOf } from '../problem.ts'
import { Button, IconButton } from './button.tsx'
import { TextArea } from './field.tsx'

type DialogProps = {
  open: boolean
  onClose: () => void
  title: string
  children: ReactNode
  /** `drawer` comes in from the right, `sheet` from below (phones). */
  shape?: 'dialog' | 'drawer' | 'sheet'
  wide?: boolean
}

/** A window over the page: Esc and a press outside close it, focus returns to its opener. */
export function Dialog({ open, onClose, title, children, shape = 'dialog', wide = false }: DialogProps) {
  const say = useT()
  return (
    <ModalOverlay isOpen={open} onOpenChange={(next) => !next && onClose()} isDismissable className={`veil ${shape}`}>
      <Modal className={`pop modal${wide ? ' wide' : ''}`}>
        <AriaDialog className="dlg">
          <div className="dlgh">
            <Heading slot="title">{title}</Heading>
            <span className="sp" />
            <IconButton icon="x" small label={say(t('关闭', 'Close'))} onPress={onClose} />
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

type ConfirmProps = {
  open: boolean
  onClose: () => void
  /** Verb, what, how many: 撤销分解 345 项？ */
  title: string
  /** What will be so afterwards: 已下达 42 个单位，撤销后要重新下达。记录保留。 */
  effect: ReactNode
  /** The verb, repeated on the button. */
  verb: string
  /** Leaves everything as it is: 不撤. */
  keep: string
  destructive?: boolean
  /** Asks for a reason: its label. It must be filled unless `reasonOptional`. */
  reason?: string
  reasonOptional?: boolean
  /** Does it. A problem thrown here is shown in the window, which stays open. */
  onConfirm: (reason: string) => void | Promise<unknown>
}

/** Asked once, only for what cannot be taken back. */
export function ConfirmDialog(props: ConfirmProps) {
  const { open, onClose, title, effect } = props
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <p className="i2">{effect}</p>
      <ConfirmForm {...props} />
    </Dialog>
  )
}

function ConfirmForm({
  onClose,
  verb,
  keep,
  destructive = false,
  reason,
  reasonOptional = false,
  onConfirm,
}: ConfirmProps) {
  const say = useT()
  const [written, setWritten] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const confirm = async () => {
    if (reason && !reasonOptional && written.trim() === '') {
      setError(say(t('{label}：没有填。写一句为什么。', '{label}: empty. Say why in a sentence.'), { label: reason }))
      return
    }
    setBusy(true)
    try {
      await onConfirm(written.trim())
      onClose()
    } catch (failure) {
      const problem = problemOf(failure)
      setError(say(problem.detail ?? problem.title))
      setBusy(false)
    }
  }
  return (
    <form
      className="dlgf"
      onSubmit={(event) => {
        event.preventDefault()
        void confirm()
      }}
    >
      {reason && (
        <TextArea
          label={reason}
          value={written}
          onChange={setWritten}
          rows={2}
          maxLength={200}
          autoFocus
          error={error}
        />
      )}
      {!reason && error && (
        <p className="help err" role="alert">
          {error}
        </p>
      )}
      <div className="dlgb">
        <Button onPress={onClose}>{keep}</Button>
        <Button type="submit" look={destructive ? 'destructive' : 'primary'} busy={busy}>
          {verb}
        </Button>
      </div>
    </form>
  )
}
