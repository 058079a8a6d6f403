import type { NoticeView } from '../../../api/present/work.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Notice } from '../../parts/sheet.tsx'
import { useSession } from '../../session.ts'

/** One notice on paper, under the full name of the office that sends it. */
export function NoticeSheet({ notice }: { notice: NoticeView }) {
  const say = useT()
  const format = useFormat()
  const { post } = useSession()
  const [to, ...text] = notice.body
  return (
    <Notice
      office={say(post.unit.name)}
      title={say(t('催 办 通 知 单', 'Notice to press'))}
      number={notice.number}
      to={to && say(to)}
      sign={`${say(notice.signed)}\n${format.day(notice.date, true)}`}
    >
      {text.map((paragraph) => (
        <p key={paragraph.zh}>{say(paragraph)}</p>
      ))}
    </Notice>
  )
}
