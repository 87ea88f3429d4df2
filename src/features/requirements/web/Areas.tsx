import { useState } from 'react'
import { Button, Select } from '#kernel/ui/index.ts'
import type { Area } from '../contract.ts'
import { AreaDialog } from './AreaDialog.tsx'
import styles from './Areas.module.css'
import { text } from './text.ts'
import type { Whole } from './use-set.ts'

/** In the address instead of an area's id. */
const ALL = 'alle'

type AreasProps = { whole: Whole; current: string | undefined; isWide: boolean; onChoose: (areaId: string) => void }

/** Where in the work one is; each with its number of requirements. */
export function Areas({ whole, current, isWide, onChoose }: AreasProps) {
  const [editing, setEditing] = useState<Area | 'new'>()
  const mayEdit = whole.permitted.includes('edit')
  const live = whole.requirements.filter(({ state }) => state !== 'dropped')
  const choices = [
    ...whole.areas.map(({ id, name }) => ({ id, name, count: live.filter(({ areaId }) => areaId === id).length })),
    { id: ALL, name: text.allAreas, count: live.length },
  ]
  const area = whole.areas.find(({ id }) => id === current)
  return (
    <nav className={styles.areas} aria-label={text.areas}>
      {isWide ? (
        <ul>
          {choices.map((choice) => (
            <Choice
              key={choice.id}
              {...choice}
              isCurrent={choice.id === (current ?? ALL)}
              onChoose={() => onChoose(choice.id)}
            />
          ))}
        </ul>
      ) : (
        <Select
          label={text.areas}
          isLabelHidden
          choices={choices.map(({ id, name, count }) => ({ id, label: `${name} (${count})` }))}
          value={current ?? ALL}
          onChange={onChoose}
        />
      )}
      {mayEdit && (
        <div className={styles.acts}>
          <Button kind="plain" onPress={() => setEditing('new')}>
            {text.addArea}
          </Button>
          {area && (
            <Button kind="plain" onPress={() => setEditing(area)}>
              {text.areaOf(area.name)}
            </Button>
          )}
        </div>
      )}
      {editing && (
        <AreaDialog
          whole={whole}
          area={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </nav>
  )
}

type ChoiceProps = { name: string; count: number; isCurrent: boolean; onChoose: () => void }

const Choice = ({ name, count, isCurrent, onChoose }: ChoiceProps) => (
  <li>
    <button type="button" className={styles.area} aria-current={isCurrent ? 'true' : undefined} onClick={onChoose}>
      <span>{name}</span>
      <span className={styles.count}>{count}</span>
    </button>
  </li>
)
