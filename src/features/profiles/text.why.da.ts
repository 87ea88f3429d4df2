/** Beside a field on any page: apart from the words of the set-up's own pages, so that not every page fetches those. */
export const da = {
  why: 'Hvorfor?',
  whyOf: (name: string) => `Hvorfor er det sådan? ${name}`,
}
