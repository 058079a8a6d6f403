/** The rows in the order their ids were last seen in; new ones come after, gone ones fall out. */
export function steadyOrder<Row extends { readonly id: string }>(
  rows: readonly Row[],
  order: readonly string[],
): readonly Row[] {
  const place = new Map(order.map((id, index) => [id, index]))
  const placed = rows.map((row, index) => ({ row, at: place.get(row.id) ?? order.length + index }))
  return placed.sort((a, b) => a.at - b.at).map(({ row }) => row)
}
