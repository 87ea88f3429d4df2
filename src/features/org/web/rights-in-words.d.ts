/** Made by vite.config.ts: the glossary's words for each right. */
declare module 'virtual:rights' {
  const words: Record<string, { readonly da: string; readonly meaning: string }>
  export default words
}
