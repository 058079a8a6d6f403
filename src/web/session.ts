import { useMutation, useQuery } from '@tanstack/react-query'
import { navigate } from 'wouter/use-browser-location'
import type { CityView, Preferences, SessionView } from '../api/present/session.ts'
import { get, patch, post, queryClient, remove, sessionKey } from './client.ts'
import { Problem } from './problem.ts'

/** The session, null when nobody is signed in; an error only when the server cannot be reached. */
export function useSessionQuery() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: async ({ signal }): Promise<SessionView | null> => {
      try {
        return await get<SessionView>('/session', signal)
      } catch (error) {
        if (error instanceof Problem && error.status === 401) return null
        throw error
      }
    },
    staleTime: 60_000,
  })
}

/** The session of a page inside the shell. Throws outside it: the shell shows only with a session. */
export function useSession(): SessionView {
  const { data } = useSessionQuery()
  if (!data) throw new Error('useSession is called outside the shell')
  return data
}

export function useCity() {
  return useQuery({ queryKey: ['city'], queryFn: ({ signal }) => get<CityView>('/city', signal), staleTime: 300_000 })
}

export type Credentials = { login: string; password: string }

export function useSignIn() {
  return useMutation({
    mutationFn: (credentials: Credentials) => post<SessionView>('/session', credentials),
    onSuccess: (session) => queryClient.setQueryData(sessionKey, session),
  })
}

/** Ends the session, forgets everything that was read under it and leaves its page: another post may sign in next. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => remove<null>('/session'),
    onSuccess: () => {
      navigate('/')
      queryClient.clear()
      queryClient.setQueryData(sessionKey, null)
    },
  })
}

/** Keeps preferences with the account; shown at once, taken back if the server refuses. */
export function usePreferences() {
  return useMutation({
    mutationFn: (change: Partial<Preferences>) => patch<unknown>('/session/preferences', change),
    onMutate: (change) => {
      const before = queryClient.getQueryData<SessionView | null>(sessionKey)
      if (before) {
        queryClient.setQueryData(sessionKey, { ...before, preferences: { ...before.preferences, ...change } })
      }
      return before
    },
    onError: (_error, _change, before) => queryClient.setQueryData(sessionKey, before),
  })
}
