export type DemoTheme = { key: string; code: string; name: string }

/** The few themes the demo notes use; the full code system is loaded by the product. */
export const themes: DemoTheme[] = [
  { key: 'mobilitet', code: 'd1495b2c-1452-4e49-8dbe-8193af5d8823', name: 'Mobilitet' },
  { key: 'soevn', code: '83376fdb-f55d-4dd9-944e-b49631a9836f', name: 'Søvn' },
  { key: 'kost', code: 'c67aed23-d4f3-4ae6-8886-156c99048e5b', name: 'Kost' },
  { key: 'helbred', code: '69dbfad7-859a-4596-8737-8054f6b4948f', name: 'Fysisk helbred' },
  { key: 'foelelser', code: 'dccaa419-0bcd-4056-a11a-2e385e23edc6', name: 'Følelser og adfærd' },
  { key: 'relationer', code: '3856b434-f72e-42a5-b9d1-0cc93f48434b', name: 'Relationer' },
  { key: 'kommunikation', code: 'c2b186f9-9c10-478e-8345-2d2c37ab4c46', name: 'Kommunikation' },
  { key: 'egenomsorg', code: 'da3f488f-1742-4d00-b247-a7d47500b36b', name: 'Egenomsorg' },
  { key: 'praktisk', code: 'eef71492-65f5-4297-aa95-3c3a6866ddef', name: 'Praktiske opgaver' },
  { key: 'samfundsliv', code: 'dfbe6ff6-223b-436a-b864-8ba29bda41e2', name: 'Samfundsliv' },
  { key: 'rusmidler', code: 'c8f4475a-8de3-4920-ad0c-eea78c49a68d', name: 'Rusmidler' },
  { key: 'bolig', code: '35c56275-0093-4901-9fd8-d06fdb5cb8f3', name: 'Boligsituation' },
]
