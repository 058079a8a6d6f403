import { useState } from 'react'
import type { FileView, NewEvidence } from '../../api/present/item.ts'
import { post } from '../client.ts'
import { type Problem, problemOf } from '../problem.ts'

/** A proof on its way: the chosen file, then what the server keeps of it. */
export interface ProofDraft {
  readonly file: File
  readonly stored: FileView | null
  readonly problem: Problem | null
  /** What it is, in words: 竣工验收备案表. */
  readonly kind: string
  readonly place: string
  readonly takenOn: string | null
  /** How much of a counted target it shows done. */
  readonly amount: number | null
}

/** Most proofs one entry may carry: outcome proof, not heaps (减轻留痕负担). */
export const PROOFS_AT_MOST = 3

/** Files chosen in a form: each goes up at once, so that submitting is quick and a bad file is told early. */
export function useProof() {
  const [drafts, setDrafts] = useState<readonly ProofDraft[]>([])
  const change = (file: File, part: Partial<ProofDraft>) =>
    setDrafts((all) => all.map((draft) => (draft.file === file ? { ...draft, ...part } : draft)))
  const add = (files: readonly File[]) => {
    const taken = files.slice(0, PROOFS_AT_MOST - drafts.length)
    setDrafts((all) => [
      ...all,
      ...taken.map((file) => ({ file, stored: null, problem: null, kind: '', place: '', takenOn: null, amount: null })),
    ])
    for (const file of taken) void upload(file, change)
  }
  return {
    drafts,
    add,
    change,
    remove: (file: File) => setDrafts((all) => all.filter((draft) => draft.file !== file)),
    clear: () => setDrafts([]),
    busy: drafts.some((draft) => draft.stored === null && draft.problem === null),
    /** What the action carries: only what has arrived. */
    evidence: drafts.flatMap(asEvidence),
  }
}

export type Proof = ReturnType<typeof useProof>

async function upload(file: File, change: (file: File, part: Partial<ProofDraft>) => void): Promise<void> {
  const body = new FormData()
  body.append('file', file)
  try {
    change(file, { stored: await post<FileView>('/files', body) })
  } catch (error) {
    change(file, { problem: problemOf(error) })
  }
}

function asEvidence({ stored, kind, place, takenOn, amount }: ProofDraft): NewEvidence[] {
  if (!stored) return []
  const named = kind.trim() === '' ? {} : { kind: kind.trim() }
  return [{ sha256: stored.sha256, name: stored.name, ...named, place: place.trim() || null, takenOn, amount }]
}
