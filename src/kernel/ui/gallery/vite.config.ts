import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** A private page with every part of the design system in every state. Not shipped. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: { outDir: '../../../../node_modules/.cache/gallery', emptyOutDir: true, modulePreload: { polyfill: false } },
})
