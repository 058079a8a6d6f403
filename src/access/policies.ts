import type { Actor, PostRole } from '../engine/actor.ts'
import type { AnyLedger } from '../engine/ledger.ts'
import { many } from '../engine/ledger.ts'
import { AppError } from '../errors.ts'
import { t, type Text } from '../text.ts'

interface Policy {
  readonly who: readonly PostRole[]
  /** The rule as a sentence, said to whoever is refused. */
  readonly says: Text
}

const everybody = ['owner', 'co', 'supervisor', 'leader', 'admin', 'viewer'] as const
/** Who works on matters. The administrator of accounts sees none (三员分立). */
const business = ['owner', 'co', 'supervisor', 'leader', 'viewer'] as const

/** Who may do what, apart from the actions of an item: those are in the ledger's definition. */
const policies = {
  read_items: { who: business, says: t('系统管理员不看业务数据', 'The system administrator sees no matters') },
  read_cockpit: { who: business, says: t('系统管理员不看业务数据', 'The system administrator sees no matters') },
  read_my_work: { who: ['owner', 'co'], says: t('“我的事”是承办岗位的', '“My work” is for posts that owe matters') },
  read_day: { who: ['supervisor'], says: t('督办日程是督查室的', 'The day’s list is the supervision office’s') },
  read_reports: {
    who: ['supervisor', 'leader', 'viewer'],
    says: t('报告由督查室和市领导查看', 'Reports are for the supervision office and the leaders'),
  },
  upload_report: { who: ['supervisor'], says: t('报告由督查室上传', 'The supervision office hands reports in') },
  review_report: { who: ['supervisor'], says: t('任务由督查室审核', 'The supervision office reviews commitments') },
  issue_report: { who: ['supervisor'], says: t('任务由督查室下达', 'The supervision office issues commitments') },
  bulk_items: {
    who: ['supervisor'],
    says: t('成批办理由督查室进行', 'Only the supervision office acts on many at once'),
  },
  upload_file: {
    who: ['owner', 'co', 'supervisor'],
    says: t('佐证由承办单位和督查室上传', 'Proof is handed in by lead units and the supervision office'),
  },
  save_view: { who: business, says: t('系统管理员不看业务数据', 'The system administrator sees no matters') },
  read_notifications: { who: everybody, says: t('请先登录', 'Sign in first') },
  administer_accounts: { who: ['admin'], says: t('账号由系统管理员管理', 'Accounts are run by the administrator') },
  read_system: { who: ['admin', 'supervisor'], says: t('系统情况由系统管理员查看', 'For the administrator') },
  read_audit: { who: ['admin'], says: t('安全日志由系统管理员查看', 'The security log is for the administrator') },
} as const satisfies Record<string, Policy>

export type Doing = keyof typeof policies

export function may(actor: Actor, doing: Doing): boolean {
  const who: readonly PostRole[] = policies[doing].who
  return actor.roles.some((role) => who.includes(role))
}

/** Throws `forbidden`, saying whose business it is. */
export function demand(actor: Actor, doing: Doing): void {
  if (!may(actor, doing)) throw new AppError('forbidden', { detail: policies[doing].says })
}

/** Whether some post role of the actor is one of those that open items of this ledger; the engine checks the unit. */
export function mayCreate(actor: Actor, ledger: AnyLedger): boolean {
  const by: readonly string[] = many(ledger.create.by)
  return actor.roles.some((role) => by.includes(role))
}

/** The entries of the main navigation, in their order. */
const navigation = [
  ['cockpit', 'read_cockpit'],
  ['my_work', 'read_my_work'],
  ['day', 'read_day'],
  ['reports', 'read_reports'],
  ['ledgers', 'read_items'],
  ['admin', 'administer_accounts'],
] as const satisfies readonly (readonly [string, Doing])[]

export type NavEntry = (typeof navigation)[number][0]

/** What the navigation shows this post: only what it may open. */
export function navOf(actor: Actor): NavEntry[] {
  return navigation.filter(([, doing]) => may(actor, doing)).map(([entry]) => entry)
}
