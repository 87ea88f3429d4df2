/** Who each of the 32 drawn portraits could be; index = file number. */
export type Look = {
  pronoun: 'han' | 'hun'
  age: 'old' | 'mid' | 'young'
  skin: string
  hair: string
  style: 'short' | 'bob' | 'long' | 'bun' | 'bald' | 'curly' | 'side' | 'scarf' | 'crop' | 'braid'
  top: string
  ground: string
  glasses?: true
  beard?: string
  freckles?: true
}

const fair = '#ecc7ab'
const rosy = '#e8b99d'
const olive = '#d0a07a'
const tan = '#bd8862'
const brown = '#93623f'
const deep = '#6b4630'
const grey = '#9f9c96'
const white = '#c9c6be'
const blond = '#cfab6c'
const copper = '#a8683d'
const chestnut = '#6f4a33'
const dark = '#2f2a2a'

// biome-ignore format: one face a line
export const portraitLooks: Look[] = [
  { pronoun: 'hun', age: 'old', skin: fair, hair: white, style: 'bob', top: '#7d8f86', ground: '#e3ddcd', glasses: true },
  { pronoun: 'han', age: 'old', skin: rosy, hair: grey, style: 'short', top: '#5f7485', ground: '#dfe0d6' },
  { pronoun: 'hun', age: 'old', skin: rosy, hair: grey, style: 'bun', top: '#9a7f8c', ground: '#e6dcd6' },
  { pronoun: 'han', age: 'old', skin: fair, hair: white, style: 'bald', top: '#6c7a66', ground: '#e2ddcf', beard: white, glasses: true },
  { pronoun: 'hun', age: 'mid', skin: fair, hair: chestnut, style: 'bob', top: '#6f8799', ground: '#e4dfd3' },
  { pronoun: 'han', age: 'old', skin: rosy, hair: grey, style: 'side', top: '#8a7560', ground: '#dcdfdb', beard: grey },
  { pronoun: 'hun', age: 'mid', skin: fair, hair: blond, style: 'long', top: '#8c8062', ground: '#dde2df', glasses: true },
  { pronoun: 'han', age: 'old', skin: fair, hair: white, style: 'side', top: '#75828f', ground: '#e8e0d0', glasses: true },
  { pronoun: 'han', age: 'mid', skin: fair, hair: copper, style: 'short', top: '#5d7a73', ground: '#e5dccf', beard: copper },
  { pronoun: 'han', age: 'mid', skin: rosy, hair: chestnut, style: 'side', top: '#8b8f9c', ground: '#e2e1d4', glasses: true },
  { pronoun: 'han', age: 'mid', skin: fair, hair: chestnut, style: 'crop', top: '#7f6a5c', ground: '#dbe0dd' },
  { pronoun: 'han', age: 'mid', skin: rosy, hair: grey, style: 'crop', top: '#65777c', ground: '#e6dfd1' },
  { pronoun: 'han', age: 'mid', skin: fair, hair: blond, style: 'short', top: '#94835d', ground: '#dde0e1' },
  { pronoun: 'han', age: 'young', skin: olive, hair: dark, style: 'short', top: '#6d8272', ground: '#e5dfd2', beard: dark },
  { pronoun: 'hun', age: 'mid', skin: olive, hair: dark, style: 'long', top: '#8f6f62', ground: '#dfe2d8' },
  { pronoun: 'hun', age: 'mid', skin: rosy, hair: copper, style: 'braid', top: '#6a7f8f', ground: '#e8dfd4', freckles: true },
  { pronoun: 'hun', age: 'young', skin: olive, hair: dark, style: 'bob', top: '#93747f', ground: '#e1e1d5' },
  { pronoun: 'han', age: 'young', skin: fair, hair: chestnut, style: 'curly', top: '#5f6f82', ground: '#e4ddd2', glasses: true },
  { pronoun: 'hun', age: 'mid', skin: olive, hair: dark, style: 'bun', top: '#758a80', ground: '#e7ddd3', glasses: true },
  { pronoun: 'hun', age: 'young', skin: fair, hair: copper, style: 'long', top: '#7a7391', ground: '#dfe0d9', freckles: true },
  { pronoun: 'hun', age: 'old', skin: fair, hair: white, style: 'curly', top: '#8d7d6a', ground: '#dde1de' },
  { pronoun: 'hun', age: 'young', skin: brown, hair: '#7d8b99', style: 'scarf', top: '#66727c', ground: '#e6dfd0' },
  { pronoun: 'han', age: 'mid', skin: rosy, hair: grey, style: 'bald', top: '#77806a', ground: '#e3dcd2' },
  { pronoun: 'han', age: 'mid', skin: tan, hair: dark, style: 'short', top: '#6b7f93', ground: '#e0e0d4' },
  { pronoun: 'han', age: 'young', skin: deep, hair: dark, style: 'crop', top: '#8f8a63', ground: '#e4ded3' },
  { pronoun: 'hun', age: 'young', skin: deep, hair: dark, style: 'curly', top: '#8a6a5c', ground: '#dce0dc' },
  { pronoun: 'han', age: 'young', skin: fair, hair: blond, style: 'side', top: '#677d70', ground: '#e7dfd3' },
  { pronoun: 'hun', age: 'young', skin: rosy, hair: blond, style: 'braid', top: '#86789a', ground: '#e2e0d4' },
  { pronoun: 'han', age: 'old', skin: brown, hair: white, style: 'short', top: '#6f6a5f', ground: '#dfe1d9', beard: white },
  { pronoun: 'hun', age: 'old', skin: tan, hair: '#8f7a86', style: 'scarf', top: '#7b6d78', ground: '#e5ddd0' },
  { pronoun: 'hun', age: 'old', skin: rosy, hair: grey, style: 'curly', top: '#69808a', ground: '#e8e1d5', glasses: true },
  { pronoun: 'han', age: 'mid', skin: brown, hair: dark, style: 'crop', top: '#7d7264', ground: '#dee1df', beard: dark, glasses: true },
]

export function isPale(l: Look): boolean {
  return l.skin === fair || l.skin === rosy
}

export function isOlive(l: Look): boolean {
  return (l.skin === olive || l.skin === tan) && l.style !== 'scarf'
}
