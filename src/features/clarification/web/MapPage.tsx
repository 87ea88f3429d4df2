import { useState } from 'react'
import { offerKinds } from '#features/org/offer-kinds.ts'
import { language } from '#kernel/lang/text.ts'
import {
  announce,
  Button,
  Columns,
  FaultText,
  FormDialog,
  Lines,
  Mark,
  Notice,
  Page,
  Row,
  Show,
  Stack,
  TextArea,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { clarification, type MapPart, type UnitMap } from '../contract.ts'
import styles from './MapPage.module.css'
import { text } from './text.ts'
import { UnitSides } from './UnitSides.tsx'
import { useMaking } from './use-making.ts'

/** »Sådan er vi«: written by the coordinator, judged by the unit, part by part. */
export function MapPage({ unitId }: { unitId: string }) {
  const map = useRead(clarification.map, { unitId })
  const making = useMaking(unitId)
  return (
    <Page
      title={text.map.title}
      lead={map.data?.unitName}
      actions={
        <Button kind="plain" isBusy={making.busy !== undefined} onPress={() => making.make('portrait')}>
          {text.map.portrait}
        </Button>
      }
    >
      <Stack gap={5}>
        <UnitSides unitId={unitId} side="map" />
        {making.problemText && <FaultText>{making.problemText}</FaultText>}
        <Columns>
          <Show of={map} lines={8}>
            {(known) => <Parts map={known} />}
          </Show>
        </Columns>
      </Stack>
    </Page>
  )
}

const isFilled = ({ content }: MapPart): boolean => content.trim() !== ''

function Parts({ map }: { map: UnitMap }) {
  const filled = map.blocks.filter(isFilled)
  const waiting = filled.filter(({ fits }) => fits !== true).length
  return (
    <Stack gap={4}>
      <p>{text.map.lead}</p>
      {filled.length > 0 && (
        <Mark tone={waiting ? 'attention' : 'ok'}>{waiting ? text.map.toJudge(waiting) : text.map.confirmed}</Mark>
      )}
      <Lines label={text.map.title}>
        {map.blocks.map((part) => (
          <li key={part.key}>
            <Part part={part} map={map} />
          </li>
        ))}
      </Lines>
    </Stack>
  )
}

const judged = ({ fits }: MapPart) => {
  if (fits === null) return <Mark tone="attention">{text.map.unjudged}</Mark>
  return fits ? <Mark tone="ok">{text.map.yes}</Mark> : <Mark tone="violet">{text.map.no}</Mark>
}

function Part({ part, map }: { part: MapPart; map: UnitMap }) {
  const [isWriting, setWriting] = useState(false)
  const may = (act: string) => map.permitted.includes(act)
  const by = part.judgedByName
    ? text.map.said(part.judgedByName)
    : part.filledByName && text.map.written(part.filledByName)
  return (
    <Stack gap={2}>
      <Row gap={3} apart>
        <h2 className={styles.name}>{text.blocks[part.key]}</h2>
        {isFilled(part) ? judged(part) : <Mark>{text.map.empty}</Mark>}
      </Row>
      <p className={isFilled(part) ? styles.content : styles.soft}>
        {isFilled(part) ? part.content : text.blockHelp[part.key]}
      </p>
      {part.remark && <Notice tone="violet">{part.remark}</Notice>}
      <Row gap={2}>
        {may('judge') && isFilled(part) && part.fits !== true && <Judge part={part} unitId={map.unitId} />}
        {may('fill') && (
          <Button
            kind="plain"
            onPress={() => setWriting(true)}
            aria-label={`${isFilled(part) ? text.map.change : text.map.write}: ${text.blocks[part.key]}`}
          >
            {isFilled(part) ? text.map.change : text.map.write}
          </Button>
        )}
        {isFilled(part) && by && <span className={styles.soft}>{by}</span>}
      </Row>
      {isWriting && <WriteDialog part={part} map={map} onClose={() => setWriting(false)} />}
    </Stack>
  )
}

function Judge({ part, unitId }: { part: MapPart; unitId: string }) {
  const [isSaying, setSaying] = useState(false)
  const sender = useWrite(clarification.judgeBlock, { onDone: () => announce(text.questions.saved) })
  const at = { unitId, key: part.key, version: part.version }
  return (
    <>
      <Button kind="primary" isBusy={sender.isBusy} onPress={() => void sender.run({ ...at, fits: true, remark: '' })}>
        {text.map.fits}
      </Button>
      <Button onPress={() => setSaying(true)}>{text.map.fitsNot}</Button>
      {sender.problemText && !isSaying && <FaultText>{sender.problemText}</FaultText>}
      {isSaying && <FitsNotDialog at={at} was={part.remark} onClose={() => setSaying(false)} />}
    </>
  )
}

type At = { unitId: string; key: MapPart['key']; version: number }

function FitsNotDialog({ at, was, onClose }: { at: At; was: string; onClose: () => void }) {
  const [remark, setRemark] = useState(was)
  const sender = useWrite(clarification.judgeBlock, { onDone: onClose })
  return (
    <FormDialog
      title={text.blocks[at.key]}
      sender={sender}
      onSave={() => void sender.run({ ...at, fits: false, remark })}
      onClose={onClose}
    >
      <TextArea
        label={text.map.whatFitsNot}
        lines={4}
        maxLength={500}
        value={remark}
        onChange={setRemark}
        fault={sender.faultOf('remark')}
        autoFocus
      />
    </FormDialog>
  )
}

/** What the house knows already of a part, in words to begin from. */
function knownOf({ known }: UnitMap, key: MapPart['key']): string | undefined {
  if (key === 'legal-grounds') return known.legalGrounds.join(', ') || undefined
  if (key === 'staff') return known.staff ? text.map.staffKnown(known.staff, known.temps) : undefined
  if (key === 'shifts') return text.map.shiftsKnown(known.roundTheClock, known.shiftStarts)
  const kind = offerKinds[known.offerType as keyof typeof offerKinds]
  return key === 'target-group' && kind ? kind[language()] : undefined
}

function WriteDialog({ part, map, onClose }: { part: MapPart; map: UnitMap; onClose: () => void }) {
  const [content, setContent] = useState(part.content)
  const sender = useWrite(clarification.fillBlock, { onDone: onClose })
  const known = knownOf(map, part.key)
  const save = () => void sender.run({ unitId: map.unitId, key: part.key, version: part.version, content })
  return (
    <FormDialog
      title={text.blocks[part.key]}
      sender={sender}
      onSave={save}
      onClose={onClose}
      more={known && content.trim() === '' && <Button onPress={() => setContent(known)}>{text.map.known}</Button>}
    >
      <TextArea
        label={text.map.content}
        help={text.blockHelp[part.key]}
        lines={4}
        maxLength={1500}
        value={content}
        onChange={setContent}
        autoFocus
      />
    </FormDialog>
  )
}
