import { createContext, useContext, useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { Button, FileField, Row, Stack } from '#kernel/ui/index.ts'
import { saveOctets, sentenceOf, useWrite } from '#kernel/web/index.ts'
import { assessments } from '../contract.ts'
import { asText, type OneFieldProps, wordsOf } from './field-props.ts'
import { text } from './text.ts'

/** A photo that was enclosed, to be fetched. */
export function PhotoLink({ answerId, fileId }: { answerId: string; fileId: string }) {
  const [problem, setProblem] = useState<string>()
  const fetch = () => saveOctets(assessments.photo, { answerId, fileId }).catch((why) => setProblem(sentenceOf(why)))
  return (
    <Row gap={2}>
      <Button kind="plain" onPress={() => void fetch()}>
        {text.photoGet}
      </Button>
      {problem && <span>{problem}</span>}
    </Row>
  )
}

/** Where photos lie: the draft they belong to, and how it is put on the server first. Null where a form is only tried. */
export type PhotoPlace = { answerId: string; flush: () => Promise<void> }
export const Photos = createContext<PhotoPlace | null>(null)

export function PhotoField(props: OneFieldProps) {
  const place = useContext(Photos)
  return place && <Photo {...props} {...place} />
}

function Photo({ answerId, flush, ...props }: OneFieldProps & PhotoPlace) {
  const [picture, setPicture] = useState<{ name: string; url: string }>()
  const sender = useWrite(assessments.attach)
  const fileId = asText(props.value)
  const choose = async (file: File) => {
    const id = newId()
    setPicture({ name: file.name, url: URL.createObjectURL(file) })
    props.onChange(undefined)
    await flush()
    const content = new Uint8Array(await file.arrayBuffer())
    if (await sender.run({ id, answerId, name: file.name, content })) props.onChange(id)
  }
  const remove = () => {
    setPicture(undefined)
    props.onChange(undefined)
  }
  return (
    <Stack gap={1}>
      <FileField
        {...wordsOf(props)}
        fault={sender.faultOf('name') ?? sender.faultOf('content') ?? sender.problemText ?? props.fault}
        chosen={picture ?? (fileId ? { name: text.photoAdded } : null)}
        onChoose={(file) => void choose(file)}
        onRemove={remove}
      />
      {fileId && !picture && <PhotoLink answerId={answerId} fileId={fileId} />}
    </Stack>
  )
}
