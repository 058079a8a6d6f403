import { useCallback } from 'react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { DropZone } from 'react-aria-components/DropZone'
import type { DropZoneProps } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { IconButton } from './button.tsx'
import { Icon } from './icon.tsx'

type UploadProps = {
  onFiles: (files: File[]) => void
  /** Mime types or endings: ['image/*', '.pdf']. */
  accept?: readonly string[]
  multiple?: boolean
  /** Opens the camera on phones. */
  camera?: boolean
  label?: string
  note?: ReactNode
  /** In place of the one-line zone: the large zone of the first run. */
  children?: (choose: ReactNode) => ReactNode
  className?: string
}

/** Drop, choose or paste files. */
export function Upload({
  onFiles,
  accept,
  multiple = true,
  camera = false,
  label,
  note,
  children,
  className = 'drop',
}: UploadProps) {
  const say = useT()
  const give = (files: readonly File[]) => files.length > 0 && onFiles(multiple ? [...files] : files.slice(0, 1))
  const drop: DropZoneProps['onDrop'] = (event) => {
    const files = event.items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []))
    void Promise.all(files).then(give)
  }
  const words = label ?? say(t('拖到这里，或选文件', 'Drop here, or choose a file'))
  const trigger = (button: ReactNode) => (
    <FileTrigger
      allowsMultiple={multiple}
      {...(accept && { acceptedFileTypes: accept })}
      {...(camera && { defaultCamera: 'environment' as const })}
      onSelect={(list) => give(list ? [...list] : [])}
    >
      {button}
    </FileTrigger>
  )
  return (
    <div onPaste={(event) => give([...event.clipboardData.files])}>
      <DropZone className={className} onDrop={drop} aria-label={words}>
        {children?.(trigger(<AriaButton className="btn p">{say(t('选文件', 'Choose file'))}</AriaButton>))}
        {!children &&
          trigger(
            <AriaButton className="dropb">
              <Icon name={camera ? 'cam' : 'upload'} size="s" />
              {words}
              {note && <span className="meta">{note}</span>}
            </AriaButton>,
          )}
      </DropZone>
    </div>
  )
}

type FileRowProps = {
  name: string
  sub?: ReactNode
  /** An address, or the chosen file itself. */
  picture?: string | File | undefined
  /** At the right end: a Light with the verdict, or an error. */
  state?: ReactNode
  /** 0 to 1 while it goes up. */
  progress?: number | undefined
  onRemove?: (() => void) | undefined
}

/** One file of a form: picture, name, facts, verdict, and × to take it out. */
export function FileRow({ name, sub, picture, state, progress, onRemove }: FileRowProps) {
  const say = useT()
  return (
    <div className="fl">
      <span className="th">
        {picture instanceof File && picture.type.startsWith('image/') && <FilePicture file={picture} />}
        {typeof picture === 'string' && <img src={picture} alt="" />}
        {(!picture || (picture instanceof File && !picture.type.startsWith('image/'))) && <Icon name="read" />}
      </span>
      <div className="el">
        <b className="el" title={name}>
          {name}
        </b>
        {sub && <small>{sub}</small>}
        {progress !== undefined && progress < 1 && <progress value={progress} max={1} aria-label={name} />}
      </div>
      {state}
      {onRemove && (
        <IconButton icon="x" small label={say(t('去掉 {name}', 'Remove {name}'), { name })} onPress={onRemove} />
      )}
    </div>
  )
}

/** A chosen picture, shown from memory for as long as it stands. */
function FilePicture({ file }: { file: File }) {
  const show = useCallback(
    (image: HTMLImageElement) => {
      const address = URL.createObjectURL(file)
      image.src = address
      return () => URL.revokeObjectURL(address)
    },
    [file],
  )
  return <img ref={show} alt="" />
}
