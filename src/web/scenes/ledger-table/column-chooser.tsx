import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { Button } from '../../parts/button.tsx'
import { Checkbox } from '../../parts/choice.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Popover } from '../../parts/popover.tsx'
import type { Columns } from './use-columns.ts'

/** 列 13: which columns are shown. */
export function ColumnChooser({ columns }: { columns: Columns }) {
  const say = useT()
  const { all, shown, choose, reset, changed } = columns
  return (
    <Popover
      label={say(t('选列，现有 {n} 列', 'Columns, {n} shown'), { n: shown.length })}
      triggerClass="btn t sm cols"
      placement="bottom end"
      trigger={
        <>
          <Icon name="cols" size="s" />
          {say(t('列 {n}', '{n} columns'), { n: shown.length })}
        </>
      }
    >
      <div className="colc">
        {all.map((column) => (
          <Checkbox
            key={column.id}
            checked={shown.includes(column)}
            disabled={column.kind === 'title'}
            onChange={(on) => choose(column, on)}
          >
            {say(column.label)}
          </Checkbox>
        ))}
      </div>
      <p className="row meta colf">
        {say(t('只存在本机', 'Kept in this browser'))}
        <span className="sp" />
        {changed && (
          <Button small look="text" onPress={reset}>
            {say(t('恢复原样', 'Reset'))}
          </Button>
        )}
      </p>
    </Popover>
  )
}
