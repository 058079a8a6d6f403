import { sql } from 'kysely'
import { AppError } from '../errors.ts'
import { t } from '../text.ts'
import type { Db } from './schema.ts'
import { json } from './values.ts'

export interface Account {
  readonly id: string
  /** As it was given; it is looked up without regard to case. */
  readonly login: string
  /** Name of the person, where it is known. */
  readonly name: string | null
  /** argon2id in PHC form. */
  readonly password: string
  readonly failures: number
  readonly lockedUntil: string | null
  readonly disabledAt: string | null
  readonly preferences: Readonly<Record<string, unknown>>
  readonly createdAt: string
  readonly seenAt: string | null
}

export interface NewAccount {
  readonly id: string
  readonly login: string
  readonly password: string
  readonly createdAt: string
  readonly person?: { readonly id: string; readonly name: string }
  readonly preferences?: Readonly<Record<string, unknown>>
}

/** Throws conflict where the login is taken, in whatever case it is written. */
export async function insertAccount(tx: Db, city: string, account: NewAccount): Promise<void> {
  const { id, login, password, createdAt, person, preferences = {} } = account
  const taken = await tx
    .insertInto('login')
    .values({ jurisdiction: city, login: loginKey(login), account_id: id })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  if (taken.numInsertedOrUpdatedRows === 0n) {
    const message = t('这个账号名已经有人用了', 'This login is taken')
    throw new AppError('conflict', { detail: message, errors: [{ field: 'login', code: 'taken', message }] })
  }
  if (person)
    await tx
      .insertInto('person')
      .values({ jurisdiction: city, ...person })
      .execute()
  await tx
    .insertInto('account')
    .values({
      jurisdiction: city,
      id,
      login,
      person_id: person?.id ?? null,
      password,
      failures: 0,
      locked_until: null,
      disabled_at: null,
      preferences: json(preferences),
      created_at: createdAt,
      seen_at: null,
    })
    .execute()
}

export async function findAccountByLogin(db: Db, city: string, login: string): Promise<Account | null> {
  const row = await accounts(db, city)
    .innerJoin('login', (on) =>
      on.onRef('login.jurisdiction', '=', 'account.jurisdiction').onRef('login.account_id', '=', 'account.id'),
    )
    .where('login.login', '=', loginKey(login))
    .executeTakeFirst()
  return row ?? null
}

export async function findAccount(db: Db, city: string, id: string): Promise<Account | null> {
  return (await accounts(db, city).where('account.id', '=', id).executeTakeFirst()) ?? null
}

/** Throws not_found. */
export async function getAccount(db: Db, city: string, id: string): Promise<Account> {
  const account = await findAccount(db, city, id)
  if (account === null) throw new AppError('not_found')
  return account
}

/** All accounts by login. Who holds which post: `listAssignments`. */
export async function listAccounts(db: Db, city: string): Promise<Account[]> {
  return accounts(db, city).orderBy('account.login').execute()
}

export interface Lockout {
  /** This many failures in a row lock the account. */
  readonly after: number
  readonly until: string
}

/** Counts a wrong password, in one statement, so that two at once count twice; locks at `after`. */
export async function recordFailure(
  db: Db,
  city: string,
  id: string,
  { after, until }: Lockout,
): Promise<{ failures: number; lockedUntil: string | null }> {
  const row = await db
    .updateTable('account')
    .set({
      failures: sql<number>`failures + 1`,
      locked_until: sql<
        string | null
      >`case when failures + 1 >= ${after}::int then ${until}::timestamptz else locked_until end`,
    })
    .where('jurisdiction', '=', city)
    .where('id', '=', id)
    .returning(['failures', 'locked_until as lockedUntil'])
    .executeTakeFirst()
  if (!row) throw new AppError('not_found')
  return row
}

export async function clearFailures(db: Db, city: string, id: string): Promise<void> {
  await update(db, city, id).set({ failures: 0, locked_until: null }).execute()
}

export async function setPassword(db: Db, city: string, id: string, password: string): Promise<void> {
  await update(db, city, id).set({ password, failures: 0, locked_until: null }).execute()
}

/** Merges into what is kept: keys not named stay. */
export async function setPreferences(
  db: Db,
  city: string,
  id: string,
  preferences: Readonly<Record<string, unknown>>,
): Promise<void> {
  await update(db, city, id)
    .set({ preferences: sql<never>`preferences || ${json(preferences)}` })
    .execute()
}

/** `at` null enables it again. */
export async function setDisabled(db: Db, city: string, id: string, at: string | null): Promise<void> {
  await update(db, city, id).set({ disabled_at: at }).execute()
}

function update(db: Db, city: string, id: string) {
  return db.updateTable('account').where('jurisdiction', '=', city).where('id', '=', id)
}

function accounts(db: Db, city: string) {
  return db
    .selectFrom('account')
    .leftJoin('person', (on) =>
      on.onRef('person.jurisdiction', '=', 'account.jurisdiction').onRef('person.id', '=', 'account.person_id'),
    )
    .select([
      'account.id as id',
      'account.login as login',
      'person.name as name',
      'password',
      'failures',
      'locked_until as lockedUntil',
      'disabled_at as disabledAt',
      'preferences',
      'created_at as createdAt',
      'seen_at as seenAt',
    ])
    .where('account.jurisdiction', '=', city)
}

function loginKey(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase()
}
