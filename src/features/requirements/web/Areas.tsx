import { useState } from 'react'
import { Button } from '#kernel/ui/index.ts'
import type { Area } from '../contract.ts'
import { AreaDialog } from './AreaDialog.tsx'
import styles from './Areas.module.css'
import { text } from './text.ts'
import type { Whole } from './use-set.ts'

type AreasProps = { whole: Whole; current: string | undefined; onChoose: (areaId: string) => void }

/** Where in the work one is; each with its number of requirements. */
export function Areas({ whole, current, onChoose }: AreasProps) {
  const [editing, setEditing] = useState<Area | 'new'>()
  const mayEdit = whole.permitted.includes('edit')
  const live = whole.requirements.filter(({ state }) => state !== 'dropped')
  const area = whole.areas.find(({ id }) => id === current)
  return (
    <nav className={styles.areas} aria-label={text.areas}>
      <ul>
        {whole.areas.map(({ id, name }) => (
          <Choice
            key={id}
            name={name}
            count={live.filter(({ areaId }) => areaId === id).length}
            isCurrent={id === current}
            onChoose={() => onChoose(id)}
          />
        ))}
        <Choice
          name={text.allAreas}
          count={live.length}
          isCurrent={current === undefined}
          onChoose={() => onChoose('alle')}
        />
      </ul>
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
