import type { ReactNode } from 'react'

type NoticeProps = {
  office: ReactNode
  title: ReactNode
  number?: ReactNode
  to: ReactNode
  children: ReactNode
  sign: ReactNode
}

/** An official notice: red head and rule, number, addressee, text, signature with date. */
export function Notice({ office, title, number, to, children, sign }: NoticeProps) {
  return (
    <div className="gbw">
      <article className="gb" lang="zh-CN">
        <h4>{office}</h4>
        <h5>{title}</h5>
        {number && <p className="no">{number}</p>}
        <hr />
        <p className="to">{to}</p>
        {children}
        <p className="sg">{sign}</p>
      </article>
    </div>
  )
}
