import { type Commitment, findCommitmentByItem } from '../../storage/commitment-store.ts'
import type { Link } from '../../storage/link-store.ts'
import { getReport, listPassages, type Passage } from '../../storage/report-store.ts'
import type { OriginView } from '../present/item.ts'
import { dbOf, type Services } from '../services.ts'

interface Source {
  readonly title: string
  readonly text: string
  readonly passages: readonly Passage[]
}

const MOST_KEPT = 4

/** Finds the sentence an item comes from. A report's text never changes, so the last few are kept in memory. */
export class Origins {
  readonly #services: Services
  readonly #kept = new Map<string, Promise<Source>>()

  constructor(services: Services) {
    this.#services = services
  }

  /** Only what is linked to a commitment comes from a report. */
  async find(item: string, links: readonly Pick<Link, 'kind'>[]): Promise<OriginView | null> {
    if (!links.some(({ kind }) => kind === 'commitment')) return null
    const commitment = await findCommitmentByItem(dbOf(this.#services), this.#services.context.city, item)
    if (commitment === null) return null
    return originView(commitment, await this.#source(commitment.report))
  }

  async #source(report: string): Promise<Source> {
    const kept = this.#kept.get(report)
    if (kept) return kept
    const source = this.#read(report)
    this.#kept.set(report, source)
    source.catch(() => this.#kept.delete(report))
    const oldest = this.#kept.size > MOST_KEPT ? this.#kept.keys().next().value : undefined
    if (oldest !== undefined) this.#kept.delete(oldest)
    return source
  }

  async #read(id: string): Promise<Source> {
    const [db, city] = [dbOf(this.#services), this.#services.context.city]
    const [{ title, text }, passages] = await Promise.all([getReport(db, city, id), listPassages(db, city, id)])
    return { title, text, passages }
  }
}

function originView(commitment: Commitment, { title, text, passages }: Source): OriginView {
  const { start, end, section, seq, id, report, proposal } = commitment
  const passage = passages.find((one) => one.start <= start && start < one.end) ?? { start, end }
  const before = plain(text.slice(passage.start, start))
  const mark = plain(text.slice(start, Math.min(end, passage.end)))
  const topic = proposal['topic']
  const line = proposal['line']
  return {
    reportId: report,
    reportTitle: title,
    commitmentId: id,
    seq,
    section,
    topic: typeof topic === 'string' ? topic : null,
    line: typeof line === 'number' ? line : 1,
    paragraph: plain(text.slice(passage.start, passage.end)),
    mark: { start: before.length, end: before.length + mark.length },
  }
}

function plain(text: string): string {
  return text.replace(/\s/g, '')
}
