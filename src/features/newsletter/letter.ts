/** An edition of an issue, as it stands on screen, in the mail and on paper. */
export type Letter = {
  readonly title: string
  /** `marts 2026` */
  readonly month: string
  readonly place: string
  readonly sections: readonly { readonly heading: string; readonly text: string; readonly sources: readonly string[] }[]
  /** The unit's own paragraph, where its leader has approved one. */
  readonly local: { readonly unitName: string; readonly text: string } | null
}

export type Mail = { readonly subject: string; readonly text: string; readonly html: string }

const escaped = (words: string): string =>
  words.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
const paragraphs = (words: string): string[] => words.split(/\n+/).filter((line) => line.trim() !== '')

const FONT = "'IBM Plex Sans', 'Segoe UI', Helvetica, Arial, sans-serif"
const INK = '#1f1d1a'
const SOFT = '#5c5750'
const THREAD = '#b8281f'
const PAPER = '#fbf9f4'

const paragraph = (words: string): string =>
  `<p style="margin:0 0 8px;font:400 16px/24px ${FONT};color:${INK}">${escaped(words)}</p>`
const margin = (words: string): string =>
  `<p style="margin:0 0 4px;font:400 13px/20px ${FONT};color:${SOFT}">${escaped(words)}</p>`

/** A knot on the thread: a cell of its own, since mail programs draw no positions. */
const knot = (heading: string, body: string): string => `<tr>
<td width="24" valign="top" style="padding:5px 0 0;font:400 16px/20px ${FONT};color:${THREAD}">&#9679;</td>
<td style="padding:0 0 20px">
<h2 style="margin:0 0 6px;font:600 18px/26px ${FONT};color:${INK}">${escaped(heading)}</h2>
${body}</td></tr>`

const sourceLine = (sources: readonly string[]): string => (sources.length ? `Kilder: ${sources.join(', ')}` : '')

function htmlOf({ title, month, place, sections, local }: Letter): string {
  const own = local ? knot(`Hos os: ${local.unitName}`, paragraphs(local.text).map(paragraph).join('')) : ''
  const knots = sections.map(({ heading, text, sources }) =>
    knot(heading, paragraphs(text).map(paragraph).join('') + (sources.length ? margin(sourceLine(sources)) : '')),
  )
  return `<!doctype html>
<html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(title)}</title></head>
<body style="margin:0;padding:0;background:${PAPER}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${PAPER}"><tr><td align="center" style="padding:24px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px">
<tr><td style="padding:0 0 24px">
${margin(`${place} · ${month}`)}
<h1 style="margin:4px 0 0;font:600 26px/34px ${FONT};color:${INK}">${escaped(title)}</h1>
</td></tr>
<tr><td style="border-left:2px solid ${THREAD};padding:0 0 0 8px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
${own}${knots.join('\n')}
</table></td></tr>
<tr><td style="padding:16px 0 0;border-top:1px solid #e0d9cb">
${margin('Har du spørgsmål, så stil dem til din implementeringskontakt. Svaret kommer samme vej tilbage.')}
</td></tr>
</table></td></tr></table></body></html>`
}

function textOf({ title, month, place, sections, local }: Letter): string {
  const parts = [
    title,
    `${place} · ${month}`,
    ...(local ? [`HOS OS: ${local.unitName}\n${local.text}`] : []),
    ...sections.map(({ heading, text, sources }) =>
      [heading.toUpperCase(), text, ...(sources.length ? [`(${sourceLine(sources)})`] : [])].join('\n'),
    ),
    '--\nHar du spørgsmål, så stil dem til din implementeringskontakt. Svaret kommer samme vej tilbage.',
  ]
  return `${parts.join('\n\n')}\n`
}

/** The subject holds the issue's title and month: never a person. */
export const mailOf = (letter: Letter): Mail => ({
  subject: `Nyhedsbrev ${letter.month}: ${letter.title}`,
  text: textOf(letter),
  html: htmlOf(letter),
})
