import type { ItemView } from '../../../api/present/item.ts'
import { valueText } from '../../../engine/describe.ts'
import type { AnyLedger } from '../../../engine/ledger.ts'
import { isFilled } from '../../../engine/values.ts'
import { t } from '../../../text.ts'
import { useLookups } from '../../fields/units.ts'
import { useT } from '../../i18n/lang.tsx'
import { Panel } from '../../parts/panel.tsx'

/** 内容: what is filled in, in the words of the definition; what is not is named in one line. */
export function FieldsPanel({ item, ledger }: { item: ItemView; ledger: AnyLedger }) {
  const say = useT()
  const lookups = useLookups()
  const fields = Object.entries(ledger.fields)
  const filled = fields.filter(([id]) => isFilled(item.values[id]))
  const open = fields.filter(([id]) => !isFilled(item.values[id])).map(([, { label }]) => say(label))
  const long = (id: string) => String(item.values[id]).length > 24 || ledger.fields[id]?.multiline === true
  return (
    <Panel title={say(t('内容', 'Content'))} meta={say(t('{n} 栏已填', '{n} filled in'), { n: filled.length })}>
      <dl className="vals">
        {item.coUnits.length > 0 && (
          <div className="w">
            <dt>{say(t('协办单位', 'Co-units'))}</dt>
            <dd>{item.coUnits.map((unit) => say(unit.short)).join(say(t('、', ', ')))}</dd>
          </div>
        )}
        {filled.map(([id, field]) => (
          <div key={id} className={long(id) ? 'w' : undefined}>
            <dt>{say(field.label)}</dt>
            <dd>{say(valueText(field, item.values[id], lookups))}</dd>
          </div>
        ))}
      </dl>
      {open.length > 0 && (
        <p className="meta pad pl">
          {say(t('未填：', 'Not filled in: '))}
          {open.join(say(t('、', ', ')))}
        </p>
      )}
    </Panel>
  )
}
