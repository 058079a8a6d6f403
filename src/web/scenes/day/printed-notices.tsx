import type { NoticeView } from '../../../api/present/work.ts'
import { NoticeSheet } from './notice-sheet.tsx'

/** All notices, each on a page of its own; on paper only. */
export function PrintedNotices({ notices }: { notices: readonly NoticeView[] }) {
  return (
    <div className="prn">
      {notices.map((notice) => (
        <NoticeSheet key={notice.unit.id + notice.number} notice={notice} />
      ))}
    </div>
  )
}
