import { ComboBox, Menu } from '#kernel/ui/index.ts'
import { useMe } from '#kernel/web/index.ts'
import { text } from './text.ts'
import styles from './UnitChooser.module.css'
import { chooseUnit, useMyUnits, useUnit } from './units.ts'

/** More units than these are searched, not listed. */
const MOST_LISTED = 12

/** Where I am; a choice when there is one. */
export function UnitChooser() {
  const me = useMe()
  const unit = useUnit()
  const { data: units = [] } = useMyUnits()
  if (!unit) return me.tenantName
  if (units.length === 1) return unit.name
  if (units.length > MOST_LISTED)
    return (
      <div className={styles.chooser}>
        <ComboBox
          label={text.chooseUnit}
          isLabelHidden
          options={units.map(({ id, name }) => ({ id, label: name }))}
          value={unit.id}
          onChange={(id) => id && chooseUnit(me.id, id)}
        />
      </div>
    )
  const items = units.map(({ id, name }) => ({ id, label: name, onAct: () => chooseUnit(me.id, id) }))
  return <Menu label={unit.name} items={items} />
}
