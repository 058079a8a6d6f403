import { useMemo } from 'react'
import { t } from '../../../text.ts'
import { useUnits } from '../../fields/units.ts'
import { useT } from '../../i18n/lang.tsx'
import { type UnitOption, UnitPicker } from '../../parts/select.tsx'

type PostPickerProps = { value: string | null; onChange: (post: string | null) => void; error?: string | undefined }

/** A post, found by its title, its unit or the initials of the unit. */
export function PostPicker({ value, onChange, error }: PostPickerProps) {
  const say = useT()
  const posts = usePosts()
  return (
    <UnitPicker
      label={say(t('岗位', 'Post'))}
      name="post"
      required
      units={posts}
      value={value}
      onChange={onChange}
      error={error}
      help={say(t('权限随岗位，不随人', 'What may be done goes with the post, not the person'))}
    />
  )
}

/** Every post as something to pick: its unit before its title. */
function usePosts(): readonly UnitOption[] {
  const say = useT()
  const { data } = useUnits()
  return useMemo(
    () =>
      (data ?? []).flatMap((unit) =>
        unit.posts.map(({ id, title }) => ({
          id,
          name: say(unit.name),
          short: `${say(unit.short)} · ${say(title)}`,
          initials: unit.pinyin,
        })),
      ),
    [data, say],
  )
}
