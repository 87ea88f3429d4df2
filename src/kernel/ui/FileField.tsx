import { useId } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Button } from './Button.tsx'
import fields from './Field.module.css'
import { FaultText, type FieldProps } from './Field.tsx'
import styles from './FileField.module.css'
import { Glyph } from './Glyph.tsx'
import { text } from './text.ts'

type FileFieldProps = Omit<FieldProps, 'isLabelHidden' | 'name'> & {
  chosen: { readonly name: string; readonly url?: string | undefined } | null
  onChoose: (file: File) => void
  onRemove?: () => void
  accept?: readonly string[]
  /** The verb on the button. */
  verb?: string
}

const photos = ['image/jpeg', 'image/png', 'image/webp']

/** One file, a photo unless told otherwise; shows what was chosen and lets it be taken away again. */
export function FileField(props: FileFieldProps) {
  const {
    label,
    help,
    fault,
    isOptional,
    isDisabled,
    chosen,
    onChoose,
    onRemove,
    accept = photos,
    verb = text.addPhoto,
  } = props
  const id = useId()
  const isPhoto = accept.every((type) => type.startsWith('image/'))
  return (
    <fieldset className={fields.field} aria-labelledby={`${id}-label`} aria-describedby={`${id}-help ${id}-fault`}>
      <span id={`${id}-label`} className={fields.label}>
        {label}
        {isOptional && <span className={fields.optional}> ({text.optional})</span>}
      </span>
      {chosen?.url && <img className={styles.photo} src={chosen.url} alt="" />}
      {chosen && <span className={styles.name}>{chosen.name}</span>}
      <div className={styles.actions}>
        <FileTrigger acceptedFileTypes={[...accept]} onSelect={(files) => files?.[0] && onChoose(files[0])}>
          <Button isDisabled={isDisabled ?? false}>
            {isPhoto && <Glyph name="photo" />} {verb}
          </Button>
        </FileTrigger>
        {chosen && onRemove && (
          <Button kind="plain" onPress={onRemove}>
            {isPhoto ? text.removePhoto : text.removeFile}
          </Button>
        )}
      </div>
      {help && (
        <span id={`${id}-help`} className={fields.help}>
          {help}
        </span>
      )}
      {fault && <FaultText id={`${id}-fault`}>{fault}</FaultText>}
    </fieldset>
  )
}
