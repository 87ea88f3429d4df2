/** Edge in pixels: twice the largest portrait there is, so that it is sharp on fine screens too. */
const EDGE = 160
const QUALITY = 0.85

/** The middle of a picture, small and square, as a data address. @throws when the file holds no picture */
export async function smallPhoto(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file)
  const canvas = document.createElement('canvas')
  canvas.width = EDGE
  canvas.height = EDGE
  const edge = Math.min(picture.width, picture.height)
  const left = (picture.width - edge) / 2
  const top = (picture.height - edge) / 2
  canvas.getContext('2d')!.drawImage(picture, left, top, edge, edge, 0, 0, EDGE, EDGE)
  picture.close()
  const webp = canvas.toDataURL('image/webp', QUALITY)
  // A browser that cannot write WebP answers with PNG, which is larger.
  return webp.startsWith('data:image/webp') ? webp : canvas.toDataURL('image/jpeg', QUALITY)
}
