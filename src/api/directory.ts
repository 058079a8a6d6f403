import type { Lookups } from '../engine/describe.ts'
import { listPosts, listUnits, type Post, type Unit } from '../storage/org-store.ts'
import type { Db } from '../storage/schema.ts'
import { t } from '../text.ts'
import type { PostRef, UnitRef } from './present/common.ts'

/** Units and posts of the city by id: what turns an id into a name. */
export class Directory {
  readonly units: ReadonlyMap<string, Unit>
  readonly posts: ReadonlyMap<string, Post>

  constructor(units: readonly Unit[], posts: readonly Post[]) {
    this.units = new Map(units.map((unit) => [unit.id, unit]))
    this.posts = new Map(posts.map((post) => [post.id, post]))
  }

  /** A unit that is no longer known is shown by its id, so that history stays readable. */
  unit(id: string): UnitRef {
    const unit = this.units.get(id)
    if (unit) return { id, name: unit.name, short: unit.short }
    return id === 'system' ? { id, name: SYSTEM, short: SYSTEM } : { id, name: t(id, id), short: t(id, id) }
  }

  post(id: string): PostRef {
    const post = this.posts.get(id)
    if (post) return { id, title: post.title, unit: this.unit(post.unit) }
    const title = id === 'system' ? SYSTEM : t(id, id)
    return { id, title, unit: this.unit('system') }
  }

  readonly lookups: Lookups = {
    unit: (id) => this.units.get(id)?.short ?? null,
    post: (id) => this.posts.get(id)?.title ?? null,
  }
}

const SYSTEM = t('系统', 'System')
/** Another process (`luoshi import`) may change units; within this time it shows here. */
const KEEP_MS = 30_000

/** The directory, read once and again after half a minute. Concurrent readers share one reading. */
export class DirectoryCache {
  readonly #read: () => Promise<Directory>
  readonly #clock: () => number
  #kept: { readonly at: number; readonly directory: Promise<Directory> } | null = null

  constructor(db: Db, city: string, clock: () => number = () => performance.now()) {
    this.#read = async () => {
      const [units, posts] = await Promise.all([listUnits(db, city), listPosts(db, city)])
      return new Directory(units, posts)
    }
    this.#clock = clock
  }

  get(): Promise<Directory> {
    const now = this.#clock()
    if (this.#kept && now - this.#kept.at < KEEP_MS) return this.#kept.directory
    const directory = this.#read()
    this.#kept = { at: now, directory }
    directory.catch(() => this.forget())
    return directory
  }

  forget(): void {
    this.#kept = null
  }
}
