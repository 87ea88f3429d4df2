import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { org } from '#features/org/contract.ts'
import { applyTheme } from '#kernel/ui/index.ts'
import { startSession, tellOfPrinting } from '#kernel/web/index.ts'
import { HouseApp } from './HouseApp.tsx'
import { startLanguage } from './language.ts'
import { isOpenHouse } from './OpenHouse.tsx'
import { startShell } from './version.ts'

applyTheme()
if (!isOpenHouse) void startSession({ me: org.me, signOut: org.signOut })
void startShell()
tellOfPrinting()

const draw = () =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <HouseApp />
    </StrictMode>,
  )
void startLanguage().then(draw)
