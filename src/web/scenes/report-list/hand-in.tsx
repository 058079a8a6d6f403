import { useState } from 'react'
import { Link } from 'wouter'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { TextArea, TextField } from '../../parts/field.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Upload } from '../../parts/upload.tsx'
import { fieldMessage, problemOf } from '../../problem.ts'
import { useSession } from '../../session.ts'
import { nameOf, useHandIn } from './use-hand-in.ts'

const accepted = ['.txt', '.md', 'text/plain', 'text/markdown'] as const

/** The zone a report is dropped on; while it is read it says so, and a refusal stays with its cure. */
export function HandIn() {
  const say = useT()
  const handIn = useHandIn()
  const [pasting, setPasting] = useState(false)
  if (handIn.isPending) return <Reading name={nameOf(handIn.variables)} />
  return (
    <>
      <Upload
        className="dz"
        accept={accepted}
        multiple={false}
        label={say(t('把报告拖到这里', 'Drop the report here'))}
        onFiles={([file]) => file && handIn.mutate({ file })}
      >
        {(choose) => (
          <>
            <Icon name="read" size="l" />
            <h2>{say(t('把报告拖到这里', 'Drop the report here'))}</h2>
            <p className="meta">
              {say(
                t(
                  'txt、md，或粘贴文字。报纸版面的断行会自动接好。',
                  'txt, md, or pasted text. Hard wraps of a newspaper page are joined.',
                ),
              )}
            </p>
            <div className="row">
              {choose}
              <Button onPress={() => setPasting(true)}>{say(t('粘贴文字', 'Paste text'))}</Button>
            </div>
          </>
        )}
      </Upload>
      {handIn.isError && !pasting && <Refusal handIn={handIn} />}
      <PasteDialog open={pasting} onClose={() => setPasting(false)} />
    </>
  )
}

function Reading({ name }: { name: string }) {
  const say = useT()
  return (
    <div className="dz" role="status" aria-busy="true">
      <Icon name="read" size="l" />
      <h2>{say(t('正在读', 'Reading'))}</h2>
      <p className="meta el">{name}</p>
      <progress aria-label={say(t('正在读 {name}', 'Reading {name}'), { name })} />
      <p className="meta">{say(t('分段、找数量、定承诺，通常不到 1 秒', 'Usually less than a second'))}</p>
    </div>
  )
}

/** What was refused and the cure; where only the year is missing, it is asked for here. */
function Refusal({ handIn }: { handIn: ReturnType<typeof useHandIn> }) {
  const say = useT()
  const { today } = useSession()
  const [year, setYear] = useState<number | null>(Number(today.slice(0, 4)))
  const problem = problemOf(handIn.error)
  const askYear = problem.errors.some(({ field }) => field === 'year')
  const here = reportNamed(problem.current)
  const again = () => handIn.variables && year !== null && handIn.mutate({ ...handIn.variables, year })
  return (
    <>
      <p className="help err" role="alert">
        <Icon name="alert" size="s" />
        <span>
          {say(problem.title)}
          {problem.detail && say(t('：', ': '))}
          {problem.detail && say(problem.detail)}{' '}
          {here !== null && <Link href={`/reports/${here}`}>{say(t('打开它', 'Open it'))}</Link>}
        </span>
      </p>
      {askYear && (
        <div className="row yr">
          <TextField
            label={say(t('哪一年的工作', 'Year whose work is planned'))}
            hideLabel
            value={year === null ? '' : String(year)}
            onChange={(typed) => setYear(/^\d{1,4}$/.test(typed) ? Number(typed) : null)}
            unit={say(t('年', ''))}
          />
          <Button onPress={again} isDisabled={year === null || year < 1990} busy={handIn.isPending}>
            {say(t('按这一年读', 'Read for this year'))}
          </Button>
        </div>
      )}
    </>
  )
}

/** The report that a file handed in twice is already kept as. */
function reportNamed(current: unknown): string | null {
  if (typeof current !== 'object' || current === null || !('report' in current)) return null
  return typeof current.report === 'string' ? current.report : null
}

function PasteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useT()
  const handIn = useHandIn()
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const [empty, setEmpty] = useState(false)
  const send = () => {
    if (text.trim() === '') return setEmpty(true)
    const called = name.trim() === '' ? say(t('粘贴的报告', 'Pasted report')) : name.trim()
    handIn.mutate({ name: called, text })
  }
  const missing = empty ? say(t('正文：没有填。把报告全文贴进来。', 'Text: empty. Paste the whole report.')) : null
  const refused = fieldMessage(handIn.error, 'text')
  return (
    <Dialog open={open} onClose={onClose} title={say(t('粘贴报告', 'Paste a report'))} wide>
      <form
        className="dlgf"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <TextField
          label={say(t('名称', 'Name'))}
          value={name}
          onChange={setName}
          maxLength={100}
          placeholder={say(t('2024 年政府工作报告', 'Government work report 2024'))}
        />
        <TextArea
          label={say(t('正文', 'Text'))}
          value={text}
          rows={14}
          autoFocus
          error={missing ?? (refused && say(refused))}
          onChange={(next) => {
            setText(next)
            setEmpty(false)
          }}
          help={say(t('{n} 字', '{n} characters'), { n: text.length })}
        />
        {handIn.isError && !refused && <Refusal handIn={handIn} />}
        <div className="dlgb">
          <Button onPress={onClose}>{say(t('不交', 'Not now'))}</Button>
          <Button type="submit" look="primary" busy={handIn.isPending}>
            {handIn.isPending ? say(t('正在读', 'Reading')) : say(t('交进来', 'Hand in'))}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
