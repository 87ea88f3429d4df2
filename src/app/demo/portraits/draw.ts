// Draws the 32 portraits and renders them to webp. Run with node from the repository root after a change in looks.ts.
import { writeFileSync } from 'node:fs'
import { chromium } from 'playwright'
import { type Look, portraitLooks } from './looks.ts'

const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
args.push('--disable-background-networking', '--disable-component-update', '--disable-sync')

function shade(hex: string, by: number): string {
  const part = (i: number) => Math.round(Number.parseInt(hex.slice(i, i + 2), 16) * by)
  return `#${[1, 3, 5].map((i) => Math.min(255, part(i)).toString(16).padStart(2, '0')).join('')}`
}

/** Hair that lies behind the head. */
function hairBehind(l: Look): string {
  if (l.style === 'long')
    return `<path d="M46 76 Q44 30 80 28 Q116 30 114 76 L118 122 Q80 134 42 122Z" fill="${l.hair}"/>`
  if (l.style === 'bob')
    return `<path d="M46 74 Q44 30 80 29 Q116 30 114 74 L115 96 Q110 103 80 101 Q50 103 45 96Z" fill="${l.hair}"/>`
  if (l.style === 'bun') return `<circle cx="80" cy="27" r="13" fill="${shade(l.hair, 0.93)}"/>`
  if (l.style === 'braid') return `<path d="M104 60 q16 26 8 60 q-5 9 -11 1 q6 -30 -4 -54Z" fill="${l.hair}"/>`
  if (l.style === 'scarf')
    return `<path d="M43 78 Q42 27 80 26 Q118 27 117 78 Q119 112 106 128 Q80 140 54 128 Q41 112 43 78Z" fill="${l.hair}"/>`
  if (l.style !== 'curly') return ''
  const curls = [
    [52, 62],
    [50, 76],
    [56, 47],
    [68, 37],
    [82, 34],
    [96, 39],
    [105, 49],
    [109, 63],
    [109, 77],
  ]
  return curls.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="13" fill="${l.hair}"/>`).join('')
}

const fringes: Partial<Record<Look['style'], string>> = {
  short: 'M50 74 Q46 36 80 34 Q114 36 110 74 Q107 58 98 54 Q80 50 64 54 Q53 58 50 74Z',
  crop: 'M51 66 Q52 38 80 37 Q108 38 109 66 Q104 51 80 50 Q56 51 51 66Z',
  side: 'M50 74 Q44 34 82 33 Q114 35 110 72 Q106 58 98 53 Q76 58 62 50 Q54 58 50 74Z',
  bob: 'M49 74 Q46 36 80 34 Q114 36 111 74 Q108 56 92 49 Q72 62 54 60 Q50 66 49 74Z',
  long: 'M49 78 Q46 36 80 34 Q114 36 111 78 Q108 56 80 46 Q52 56 49 78Z',
  bun: 'M50 70 Q48 36 80 35 Q112 36 110 70 Q104 50 80 48 Q56 50 50 70Z',
  braid: 'M49 74 Q46 36 80 34 Q114 36 111 74 Q106 54 90 48 Q66 54 49 74Z',
  curly: 'M49 72 Q48 34 80 33 Q112 34 111 72 Q104 53 80 54 Q56 53 49 72Z',
}

function hairFront(l: Look): string {
  if (l.style === 'bald')
    return `<path d="M50 80 q-2 -14 3 -20 q2 10 0 22Z M110 80 q2 -14 -3 -20 q-2 10 0 22Z" fill="${l.hair}"/>`
  if (l.style !== 'scarf') return `<path d="${fringes[l.style] ?? ''}" fill="${l.hair}"/>`
  return `<path d="M49 84 Q47 36 80 34 Q113 36 111 84 Q108 52 80 49 Q52 52 49 84Z" fill="${shade(l.hair, 0.92)}"/>`
}

function face(l: Look): string {
  const line = shade(l.skin, 0.62)
  const brow = l.style === 'scarf' ? shade(l.skin, 0.5) : shade(l.hair, l.age === 'old' ? 0.8 : 0.75)
  const old =
    l.age === 'old'
      ? `<path d="M58 84 q-3 2 -4 4 M102 84 q3 2 4 4 M64 97 q-3 4 -2 8 M96 97 q3 4 2 8" stroke="${shade(l.skin, 0.86)}" stroke-width="1.5" fill="none" stroke-linecap="round"/>`
      : ''
  const dots = l.freckles
    ? [62, 67, 93, 98]
        .map((x, i) => `<circle cx="${x}" cy="${90 + (i % 2) * 3}" r="1.1" fill="${line}" opacity=".6"/>`)
        .join('')
    : ''
  return `<circle cx="61" cy="94" r="7" fill="#c9705c" opacity=".16"/><circle cx="99" cy="94" r="7" fill="#c9705c" opacity=".16"/>${dots}${old}
  <g stroke="${brow}" stroke-width="2.6" fill="none" stroke-linecap="round"><path d="M60 73 q6 -4 12 -1"/><path d="M88 72 q6 -3 12 1"/></g>
  <ellipse cx="67" cy="82" rx="2.9" ry="3.3" fill="#2b2624"/><ellipse cx="93" cy="82" rx="2.9" ry="3.3" fill="#2b2624"/>
  <path d="M80 84 q-4 9 1 10" stroke="${line}" stroke-width="2" fill="none" stroke-linecap="round"/>`
}

function beard(l: Look): string {
  if (!l.beard) return ''
  return `<path d="M51 88 Q54 118 80 121 Q106 118 109 88 Q105 98 95 98 Q80 94 65 98 Q55 98 51 88Z" fill="${l.beard}"/><path d="M68 101 Q80 104 92 101 Q88 113 80 113 Q72 113 68 101Z" fill="${shade(l.skin, 0.92)}"/>`
}

function svg(l: Look): string {
  const glasses = l.glasses
    ? `<g stroke="#4a4641" stroke-width="2" fill="#fff" fill-opacity=".12"><rect x="56" y="74" width="21" height="17" rx="7.5"/><rect x="83" y="74" width="21" height="17" rx="7.5"/><path d="M77 81 q3 -2 6 0" fill="none"/></g>`
    : ''
  const ears =
    l.style === 'scarf'
      ? ''
      : `<circle cx="49" cy="83" r="6.5" fill="${shade(l.skin, 0.95)}"/><circle cx="111" cy="83" r="6.5" fill="${shade(l.skin, 0.95)}"/>`
  const mouth = `<path d="M69 103 q11 ${l.age === 'old' ? 7 : 9} 22 0" stroke="${l.beard ? '#8f4a40' : shade(l.skin, 0.5)}" stroke-width="2.6" fill="none" stroke-linecap="round"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="160" viewBox="0 0 160 160"><rect width="160" height="160" fill="${l.ground}"/>
  ${hairBehind(l)}<path d="M18 164 Q22 128 62 124 L98 124 Q138 128 142 164Z" fill="${l.top}"/>
  <path d="M66 108 L66 126 Q80 138 94 126 L94 108Z" fill="${shade(l.skin, 0.88)}"/>${ears}
  <path d="M50 74 Q50 40 80 40 Q110 40 110 74 Q110 98 100 109 Q90 119 80 119 Q70 119 60 109 Q50 98 50 74Z" fill="${l.skin}"/>
  ${beard(l)}${face(l)}${mouth}${hairFront(l)}${glasses}${l.style === 'scarf' ? `<path d="M50 100 Q80 137 110 100 L112 132 Q80 146 48 132Z" fill="${l.hair}"/>` : ''}</svg>`
}

const sheet = process.argv[2]
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args })
const page = await browser.newPage({ viewport: { width: 8 * 168, height: 4 * 168 } })
const toWebp = async (source: string) => {
  const img = new Image()
  img.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`
  await img.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 160 })
  canvas.getContext('2d')?.drawImage(img, 0, 0)
  return canvas.toDataURL('image/webp', 0.8).split(',')[1] ?? ''
}
for (const [i, look] of portraitLooks.entries()) {
  const bytes = Buffer.from(await page.evaluate(toWebp, svg(look)), 'base64')
  writeFileSync(new URL(`./${String(i).padStart(2, '0')}.webp`, import.meta.url), bytes)
}
if (sheet) {
  await page.setContent(
    `<body style="margin:0;display:flex;flex-wrap:wrap;gap:8px">${portraitLooks.map(svg).join('')}</body>`,
  )
  await page.screenshot({ path: sheet })
}
await browser.close()
