/** The city's clock for every session, so that `due_at::date` is the city's day. POSIX spelling: no tz data needed. */
export const sessionTimeZone = '<+08>-8'
