import type { CommitmentLabel, CommitmentView } from '../../../api/present/report.ts'

/** `joined`: merged into another or split up; no longer in the list of their own. */
export type StateFilter = 'pending' | 'all' | 'accepted' | 'edited' | 'rejected' | 'later' | 'joined'

export type Filters = Readonly<{
  state: StateFilter
  label: CommitmentLabel | null
  /** The reader is less sure than 0.8. */
  low: boolean
  noLead: boolean
  /** The text names a time. */
  stated: boolean
  section: string | null
  unit: string | null
}>

export const noFilters: Filters = {
  state: 'all',
  label: null,
  low: false,
  noLead: false,
  stated: false,
  section: null,
  unit: null,
}

const states: readonly StateFilter[] = ['pending', 'all', 'accepted', 'edited', 'rejected', 'later', 'joined']
const labels: readonly CommitmentLabel[] = ['number', 'state', 'trend', 'activity']
const lowConfidence = 0.8

/** The filters an address carries; what it leaves out is as in `usual`. */
export function readFilters(search: string, usual: Filters): Filters {
  const query = new URLSearchParams(search)
  return {
    state: states.find((state) => state === query.get('state')) ?? usual.state,
    label: labels.find((label) => label === query.get('label')) ?? null,
    low: query.has('low'),
    noLead: query.has('nolead'),
    stated: query.has('stated'),
    section: query.get('section'),
    unit: query.get('unit'),
  }
}

/** The query of an address with these filters, '' where all is as usual; other parameters of `search` stay. */
export function writeFilters(filters: Filters, usual: Filters, search = ''): string {
  const query = new URLSearchParams(search)
  const set = (name: string, value: string | null) => (value === null ? query.delete(name) : query.set(name, value))
  set('state', filters.state === usual.state ? null : filters.state)
  set('label', filters.label)
  set('low', filters.low ? '1' : null)
  set('nolead', filters.noLead ? '1' : null)
  set('stated', filters.stated ? '1' : null)
  set('section', filters.section)
  set('unit', filters.unit)
  const written = query.toString()
  return written === '' ? '' : `?${written}`
}

/** Merged and split ones are replaced by what they became. */
export function isActive({ state }: CommitmentView): boolean {
  return state !== 'merged' && state !== 'split'
}

/** Does the text itself name the time? */
export function hasStatedDeadline({ deadline, decision }: CommitmentView): boolean {
  return deadline !== null && deadline.due !== null && !decision.dueDefault
}

export const isLowConfidence = ({ confidence }: CommitmentView): boolean => confidence < lowConfidence
export const lacksLead = ({ decision, state }: CommitmentView): boolean =>
  decision.leadUnit === null && state !== 'rejected'

/** Does a commitment pass? `kept` are those decided since the filter was set: they stay where they are. */
export function passes(filters: Filters, commitment: CommitmentView, kept: ReadonlySet<string>): boolean {
  const { label, section, unit } = filters
  if (!passesState(filters.state, commitment, kept)) return false
  if (label !== null && commitment.decision.label !== label) return false
  if (filters.low && !isLowConfidence(commitment)) return false
  if (filters.noLead && !lacksLead(commitment) && !kept.has(commitment.id)) return false
  if (filters.stated && !hasStatedDeadline(commitment)) return false
  if (section !== null && commitment.section !== section) return false
  const { leadUnit, coUnits } = commitment.decision
  return unit === null || leadUnit === unit || coUnits.includes(unit) || kept.has(commitment.id)
}

function passesState(state: StateFilter, commitment: CommitmentView, kept: ReadonlySet<string>): boolean {
  if (state === 'joined') return !isActive(commitment)
  if (!isActive(commitment)) return false
  return state === 'all' || commitment.state === state || kept.has(commitment.id)
}

export type DeskCounts = Readonly<{
  total: number
  reviewed: number
  pending: number
  accepted: number
  edited: number
  joined: number
  rejected: number
  later: number
  low: number
  noLead: number
  stated: number
  byLabel: Readonly<Record<CommitmentLabel, number>>
}>

/** All counts of the desk from the commitments themselves, so that they move with every key. */
export function countDesk(commitments: readonly CommitmentView[]): DeskCounts {
  const active = commitments.filter(isActive)
  const of = (state: CommitmentView['state']) => commitments.filter((one) => one.state === state).length
  const pending = of('pending')
  const later = of('later')
  const byLabel = { number: 0, state: 0, trend: 0, activity: 0 }
  for (const { decision } of active) byLabel[decision.label] += 1
  return {
    total: active.length,
    reviewed: active.length - pending - later,
    pending,
    accepted: of('accepted'),
    edited: of('edited'),
    joined: of('merged') + of('split'),
    rejected: of('rejected'),
    later,
    low: active.filter(isLowConfidence).length,
    noLead: active.filter(lacksLead).length,
    stated: active.filter(hasStatedDeadline).length,
    byLabel,
  }
}
