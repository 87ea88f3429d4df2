/** Longest edge in pixels at which handwriting can still be read. */
const EDGE = 1400
const QUALITIES = [0.8, 0.6, 0.4]
/** Letters of a data address that hold 600 kB. */
const MOST = 800_000

/**
 * A photographed slip made small, as a data address; drawing it anew leaves behind where and when it was taken.
 * @throws when the file holds no picture, or none small enough
 */
export async function smallPicture(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, EDGE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const small = QUALITIES.map((quality) => canvas.toDataURL('image/jpeg', quality)).find(({ length }) => length < MOST)
  if (!small) throw new Error('too large')
  return small
}
