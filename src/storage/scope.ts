/**
 * Which items a reader may see: all of the city's, or those of his units. `units` are his own, as lead or as co-unit;
 * `line` are units in a leader's charge, whose items he sees where they lead.
 */
export type Scope =
  | { readonly all: true }
  | { readonly all?: never; readonly units: readonly string[]; readonly line?: readonly string[] }

export const wholeCity: Scope = { all: true }
