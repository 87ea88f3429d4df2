/** Made by vite.config.ts: the words of every `text.en.ts`. */
declare module 'virtual:english' {
  const files: Record<string, object>
  export default files
}
