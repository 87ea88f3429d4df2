import type { Block, Document, Sheet } from '#features/documents/server/index.ts'
import { offerGroups } from '#features/org/offer-groups.ts'
import { type Content, nameOfNumber, type SectionLetter, sections } from '#features/requirements/content.ts'
import { levelMark } from '../answer-sheet.ts'
import { moneyInWords, plainPoints } from '../danish.ts'
import type { Model } from '../model.ts'
import { nameOfQuestion } from '../rules.ts'

/** Said on every page: which tender, which version, and whether it is out. */
export type Head = { readonly tender: string; readonly label: string; readonly foot: string; readonly isDraft: boolean }

const subtitle = ({ tender, label, isDraft }: Head) =>
  `${tender} · krav, udgave ${label}${isDraft ? ' · UDKAST, ikke offentliggjort' : ''}`
const document = (title: string, head: Head, blocks: readonly Block[]): Document => ({
  title,
  subtitle: subtitle(head),
  foot: head.foot,
  blocks,
})
const levels = { minimum: 'Mindstekrav (MK)', evaluated: 'Krav, der vurderes (K)', option: 'Option (O)' } as const
const verifications = { demo: 'forevisning', trial: 'brugerprøve', document: 'dokument', test: 'test' } as const

const factsOf = (content: Content): [string, string][] =>
  (
    [
      ['Start', content.startsWhen],
      ['Slut', content.endsWhen],
      ['Hvor tit', content.frequency],
      ['Hvem', content.users],
      ['Svært når', content.difficult],
      ['Gælder for', content.offerGroups.map((group) => offerGroups[group].da).join(', ')],
      ['Prøves ved', content.verification ? verifications[content.verification] : ''],
    ] satisfies [string, string][]
  ).filter(([, value]) => value !== '')

function requirementBlocks(content: Content): Block[] {
  const rows = content.lines.map(({ no, kind, text }) => [no, kind === 'problem' ? `Problem i dag: ${text}` : text])
  return [
    { kind: 'heading', level: 3, text: `${nameOfNumber(content.number)} ${content.title}` },
    {
      kind: 'paragraph',
      text: [{ text: levels[content.level], strong: true }, { text: ` · ${content.code} · vægt ${content.weight}` }],
    },
    { kind: 'keyValues', rows: factsOf(content) },
    ...(rows.length
      ? [
          {
            kind: 'table' as const,
            columns: [
              { head: 'Nr.', share: 1 },
              { head: 'Trin', share: 9 },
            ],
            rows,
          },
        ]
      : []),
    ...(content.example
      ? [
          {
            kind: 'note' as const,
            text: [{ text: 'Løsningseksempel, ikke et krav: ', strong: true }, { text: content.example }],
          },
        ]
      : []),
  ]
}

/** The requirement annex: sections of SL-07, areas in them, and each requirement with its rows. */
export function requirementsDocument(contents: readonly Content[], head: Head): Document {
  const count = (level: Content['level']) => contents.filter((one) => one.level === level).length
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      text: `Her er ${contents.length} krav: ${count('minimum')} mindstekrav, ${count('evaluated')} krav, der vurderes, og ${count('option')} optioner. Hvert krav er en opgave, som medarbejdere løser. Trinene siger, hvad der skal kunne lade sig gøre; de siger ikke hvordan.`,
    },
    {
      kind: 'note',
      text: 'Løsningseksempler viser én mulig løsning og er aldrig et krav. En anden løsning, der støtter opgaven lige så godt, er lige så god.',
    },
  ]
  let section: SectionLetter | undefined
  let area: string | undefined
  for (const content of contents) {
    if (content.section !== section)
      blocks.push({ kind: 'heading', level: 1, text: `${content.section}. ${sections[content.section].da}` })
    if (content.area !== area) blocks.push({ kind: 'heading', level: 2, text: content.area })
    ;[section, area] = [content.section, content.area]
    blocks.push(...requirementBlocks(content))
  }
  return document('Bilag 2. Krav', head, blocks)
}

export const requirementsSheet = (contents: readonly Content[]): Sheet => ({
  name: 'Krav',
  columns: [
    { head: 'Nr.', width: 8 },
    { head: 'Kode', width: 8 },
    { head: 'Område', width: 22 },
    { head: 'Niveau', width: 8 },
    { head: 'Vægt', width: 7 },
    { head: 'Opgave', width: 44 },
    { head: 'Start', width: 26 },
    { head: 'Slut', width: 26 },
    { head: 'Svært når', width: 30 },
    { head: 'Trin', width: 60 },
    { head: 'Løsningseksempel (ikke et krav)', width: 40 },
  ],
  rows: contents.map((content) => [
    nameOfNumber(content.number),
    content.code,
    content.area,
    levelMark[content.level],
    content.weight,
    content.title,
    content.startsWhen,
    content.endsWhen,
    content.difficult,
    content.lines.map(({ no, text }) => `${no}. ${text}`).join('\n'),
    content.example,
  ]),
})

const consensusWords = (model: Model): string => {
  const rounding = {
    'half-even': ', afrundet til helt tal (halve til lige)',
    'half-up': ', afrundet til helt tal (halve op)',
    none: '',
  }
  const rule = {
    median: `medianen af evaluatorernes point${rounding[model.consensus.rounding]}`,
    mean: `gennemsnittet af evaluatorernes point${rounding[model.consensus.rounding]}`,
    agreed: 'det, gruppen bliver enig om efter at have talt sammen',
  }
  return `Hver evaluator giver point med en begrundelse uden at kende de andres. Evaluatorerne kan skrive, hvordan tilbuddet dækker hver række i et krav; rækkerne giver ikke point hver for sig. Gruppens point er ${rule[model.consensus.rule]}. Bliver en evaluator forhindret, tæller de øvriges point efter samme regel.`
}

const priceWords = ({ priceFormula, scale }: Model): string =>
  priceFormula.kind === 'linear'
    ? `Den laveste pris får ${scale} point. En pris, der er ${priceFormula.spreadPercent} % højere eller mere, får 0 point. Derimellem falder point i en lige linje: ${scale} × (1 − (pris − laveste pris) ÷ (laveste pris × ${priceFormula.spreadPercent} %)).`
    : `Den laveste pris får ${scale} point. De øvrige får ${scale} × laveste pris ÷ pris.`

const chargeWords = (charge: Model['subcriteria'][number]['charge']): string =>
  !charge ? '–' : 'oere' in charge ? moneyInWords(charge.oere) : `${charge.percent} % af egen pris`

function methodBlocks(model: Model): Block[] {
  const isPoints = model.method === 'points'
  return [
    { kind: 'heading', level: 1, text: 'Metode' },
    {
      kind: 'paragraph',
      text: isPoints
        ? `Pointmodel: pris vægter ${model.priceWeight} %, kvalitet ${100 - model.priceWeight} %. Tilbuddet med flest samlede point vinder. Der afrundes ikke undervejs; samlede point sammenlignes med ${model.decimals} decimaler.`
        : 'Prismodel: et tilbuds pris lægges sammen med et beløb for de point, det mangler i kvalitet. Det laveste samlede beløb vinder.',
    },
    {
      kind: 'table',
      caption: 'Delkriterier',
      columns: [
        { head: 'Delkriterium', share: 5 },
        isPoints ? { head: 'Vægt', share: 1, isNumber: true } : { head: 'Tillæg uden point', share: 2, isNumber: true },
      ],
      rows: [
        ...(isPoints ? [['Pris', `${model.priceWeight} %`]] : []),
        ...model.subcriteria.map(({ name, weight, charge }) => [name, isPoints ? `${weight} %` : chargeWords(charge)]),
      ],
    },
    ...(isPoints
      ? ([
          { kind: 'heading', level: 1, text: 'Pris' },
          { kind: 'paragraph', text: priceWords(model) },
        ] as const)
      : []),
    {
      kind: 'table',
      caption: 'Den pris, der vurderes, er summen af disse linjer',
      columns: [
        { head: 'Prislinje', share: 6 },
        { head: 'Gange', share: 1, isNumber: true },
      ],
      rows: model.priceLines.map(({ name, times }) => [name, String(times)]),
    },
  ]
}

function pointBlocks(model: Model): Block[] {
  return [
    { kind: 'heading', level: 1, text: 'Point' },
    {
      kind: 'paragraph',
      text: `Skalaen går fra 0 til ${model.scale}. Et delkriteriums point er kravenes point, vægtet med den vægt, der står i bilag 2. ${consensusWords(model)}`,
    },
    ...(model.meanings.length
      ? [
          {
            kind: 'table' as const,
            caption: 'Hvad point betyder',
            columns: [
              { head: 'Point', share: 1, isNumber: true },
              { head: 'Betydning', share: 8 },
            ],
            rows: model.meanings.map(({ points, text }) => [plainPoints(points), text]),
          },
        ]
      : []),
  ]
}

function trialBlocks({ trial }: Model, nameOf: (id: string) => string): Block[] {
  if (!trial) return []
  return [
    { kind: 'heading', level: 1, text: 'Brugerprøve' },
    {
      kind: 'paragraph',
      text: `${trial.text} Prøven giver pointene til ${nameOf(trial.requirementId)}; de gives ikke ved skøn.`,
    },
    {
      kind: 'table',
      columns: [
        { head: `Løst af (ud af ${trial.participants})`, share: 2, isNumber: true },
        { head: 'Point', share: 1, isNumber: true },
      ],
      rows: trial.points.map(({ solved, points }) => [`${solved} eller flere`, plainPoints(points)]),
    },
  ]
}

/** Every part of the model: nothing that decides is kept back. */
export function modelDocument(model: Model, contents: readonly Content[], head: Head): Document {
  const byId = new Map(contents.map((content) => [content.id, content]))
  const nameOf = (id: string) => (byId.has(id) ? nameOfNumber(byId.get(id)!.number) : 'udgået krav')
  const subName = new Map(model.subcriteria.map(({ key, name }) => [key, name]))
  const rows = model.rows
    .filter(({ requirementId }) => byId.has(requirementId))
    .map(({ requirementId, subcriterion, weight }) => [
      nameOf(requirementId),
      byId.get(requirementId)!.title,
      subName.get(subcriterion)!,
      String(weight),
    ])
  const tie =
    model.tie === 'lowest-price'
      ? 'den laveste pris, derefter den højeste kvalitet'
      : 'den højeste kvalitet, derefter den laveste pris'
  return document('Bilag 4. Evalueringsmodel', head, [
    {
      kind: 'paragraph',
      text: 'Sådan sammenlignes tilbuddene. Hele modellen står her, også formler og hældning. Den er låst og kan kun rettes ved et rettelsesblad før fristen.',
    },
    ...methodBlocks(model),
    ...pointBlocks(model),
    ...trialBlocks(model, nameOf),
    { kind: 'heading', level: 1, text: 'Lige mange point' },
    { kind: 'paragraph', text: `Står to tilbud lige, afgør ${tie}. Er de også ens der, trækkes lod.` },
    { kind: 'heading', level: 1, text: 'Hvor hvert krav tæller' },
    { kind: 'paragraph', text: 'Mindstekrav er opfyldt eller ikke opfyldt og giver ingen point.' },
    {
      kind: 'table',
      columns: [
        { head: 'Krav', share: 1.2 },
        { head: 'Opgave', share: 6 },
        { head: 'Delkriterium', share: 3 },
        { head: 'Vægt', share: 1, isNumber: true },
      ],
      rows,
    },
  ])
}

export const textDocument = (number: number, title: string, body: string, head: Head): Document =>
  document(`Bilag ${number}. ${title}`, head, [{ kind: 'paragraph', text: body }])

type Asked = { number: number; text: string; askedOn: string; answer: string | null; requirements: readonly string[] }

export function questionsDocument(questions: readonly Asked[], head: Head): Document {
  const answered = questions.filter(({ answer }) => answer !== null)
  return document('Bilag 10. Spørgsmål og svar', head, [
    {
      kind: 'paragraph',
      text: 'Spørgsmålene er gjort anonyme og besvaret til alle på én gang. Svarene er en del af udbudsmaterialet.',
    },
    ...(answered.length === 0 ? [{ kind: 'paragraph' as const, text: 'Der er ikke besvaret spørgsmål endnu.' }] : []),
    ...answered.flatMap(({ number, text, answer, requirements }): Block[] => [
      {
        kind: 'heading',
        level: 2,
        text: `${nameOfQuestion(number)}${requirements.length ? ` · ${requirements.join(', ')}` : ''}`,
      },
      { kind: 'paragraph', text: [{ text: 'Spørgsmål: ', strong: true }, { text }] },
      { kind: 'paragraph', text: [{ text: 'Svar: ', strong: true }, { text: answer! }] },
    ]),
  ])
}

export const questionsSheet = (questions: readonly Asked[]): Sheet => ({
  name: 'Spørgsmål og svar',
  columns: [
    { head: 'Nr.', width: 8 },
    { head: 'Stillet', width: 12 },
    { head: 'Krav', width: 16 },
    { head: 'Spørgsmål', width: 60 },
    { head: 'Svar', width: 60 },
  ],
  rows: questions
    .filter(({ answer }) => answer !== null)
    .map(({ number, askedOn, requirements, text, answer }) => [
      nameOfQuestion(number),
      askedOn,
      requirements.join(', '),
      text,
      answer,
    ]),
})

type Corrected = {
  number: number
  note: string
  madeOn: string
  changes: readonly { what: string; before: string; after: string }[]
}

export const correctionsDocument = (corrections: readonly Corrected[], head: Head): Document =>
  document('Bilag 11. Rettelsesblade', head, [
    ...(corrections.length === 0 ? [{ kind: 'paragraph' as const, text: 'Der er ingen rettelser.' }] : []),
    ...corrections.flatMap(({ number, note, madeOn, changes }): Block[] => [
      { kind: 'heading', level: 1, text: `Rettelsesblad ${number}` },
      { kind: 'paragraph', text: `${madeOn}. ${note}` },
      {
        kind: 'table',
        columns: [
          { head: 'Hvad', share: 2 },
          { head: 'Før', share: 3 },
          { head: 'Nu', share: 3 },
        ],
        rows: changes.map(({ what, before, after }) => [what, before, after]),
      },
    ]),
  ])
