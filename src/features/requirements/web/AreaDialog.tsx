import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { language } from '#kernel/lang/text.ts'
import { FormDialog, Select, savedAndClose, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type SectionLetter, sectionLetters, sections } from '../content.ts'
import { type Area, requirements } from '../contract.ts'
import { text } from './text.ts'
import type { Whole } from './use-set.ts'

type AreaDialogProps = { whole: Whole; area?: Area | undefined; onClose: () => void }

/** The section is the beginning of a new one's name too, so that codes come by themselves. */
export function AreaDialog({ whole, area, onClose }: AreaDialogProps) {
  const [id] = useState(() => area?.id ?? newId())
  const [name, setName] = useState(area?.name ?? '')
  const [section, setSection] = useState<SectionLetter>(area?.section ?? 'C')
  const [position, setPosition] = useState(String(area?.position ?? whole.areas.length + 1))
  const add = useWrite(requirements.addArea, { onDone: savedAndClose(onClose) })
  const change = useWrite(requirements.changeArea, { onDone: savedAndClose(onClose) })
  const sender = area ? change : add
  const save = () =>
    void (area
      ? change.run({ id, version: area.version, name, position: Number(position) })
      : add.run({ id, specId: whole.id, section, name }))
  return (
    <FormDialog title={area ? text.areaOf(area.name) : text.addArea} sender={sender} onSave={save} onClose={onClose}>
      {!area && (
        <Select
          label={text.section}
          choices={sectionLetters.map((letter) => ({ id: letter, label: `${letter} ${sections[letter][language()]}` }))}
          value={section}
          onChange={setSection}
        />
      )}
      <TextField
        label={text.areaName}
        help={text.areaNameHelp}
        value={name}
        onChange={setName}
        maxLength={80}
        fault={sender.faultOf('name')}
        autoFocus
      />
      {area && (
        <Select
          label={text.areaPosition}
          choices={whole.areas.map((_, at) => ({ id: String(at + 1), label: String(at + 1) }))}
          value={position}
          onChange={setPosition}
        />
      )}
    </FormDialog>
  )
}
