import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { applyTheme, Ui } from '../index.ts'
import { Forms } from './Forms.tsx'
import { States } from './States.tsx'
import { Workday } from './Workday.tsx'

applyTheme()

const NOW = new Date('2026-11-23T13:05:00+01:00')
const pages = { '#forms': Forms, '#states': States }
const Shown = pages[location.hash as keyof typeof pages] ?? Workday

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Ui language="da" clock={() => NOW}>
      <Shown />
    </Ui>
  </StrictMode>,
)

addEventListener('hashchange', () => location.reload())
