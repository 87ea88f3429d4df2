import { ProtectedMark, shortName, usePhotos } from '#features/citizens/web/index.ts'
import { Lines, Notice, Person, RadioRow, Row, Stack, shortDayWords, timeWords, useToday } from '#kernel/ui/index.ts'
import type { StayRow } from '../contract.ts'
import { text } from './text.ts'
import type { Attendance } from './use-attendance.ts'

type LinesProps = { label: string; rows: readonly StayRow[]; attendance: Attendance | undefined }

export function ResidentLines({ label, rows, attendance }: LinesProps) {
  const photoOf = usePhotos(rows.map(({ citizenId }) => ({ id: citizenId, hasPhoto: true })))
  return (
    <Stack gap={2}>
      {attendance?.problemText !== undefined && (
        <Notice tone="attention" isUrgent>
          <p>{attendance.problemText}</p>
        </Notice>
      )}
      <Lines label={label}>
        {rows.map((row) => (
          <li key={row.id}>
            <Row apart gap={2}>
              <Resident row={row} photo={photoOf(row.citizenId)} />
              {attendance && <Came row={row} attendance={attendance} />}
            </Row>
          </li>
        ))}
      </Lines>
    </Stack>
  )
}

function Resident({ row, photo }: { row: StayRow; photo: string | undefined }) {
  return (
    <Person name={shortName(row)} url={photo} href={`/borger/${row.citizenId}`} second={useSecond(row)}>
      {row.isProtected && <ProtectedMark />}
    </Person>
  )
}

function useSecond({ endsOn, endReason, room, kind }: StayRow): string {
  const today = useToday()
  if (endsOn && endsOn <= today) {
    const day = shortDayWords(endsOn, today)
    return endReason === 'died' ? text.diedOn(day) : text.leftOn(day)
  }
  const end = endsOn && text.ends(shortDayWords(endsOn, today))
  return [room && text.room(room), kind !== 'home' && text.kinds[kind], end].filter(Boolean).join(' · ')
}

function Came({ row, attendance }: { row: StayRow; attendance: Attendance }) {
  const marked = attendance.of(row.citizenId)
  const { mark } = attendance
  if (!mark) return <span>{marked ? (marked.here ? text.here : text.notHere) : text.notMarked}</span>
  return (
    <RadioRow
      label={text.attendanceOf(shortName(row))}
      isLabelHidden
      help={marked ? text.markedAt(timeWords(marked.markedAt)) : text.notMarked}
      choices={[
        { id: 'here', label: text.here },
        { id: 'away', label: text.notHere },
      ]}
      value={marked ? (marked.here ? 'here' : 'away') : null}
      onChange={(to) => mark(row.citizenId, to === 'here')}
    />
  )
}
