export const da = {
  offline: 'Der er ingen forbindelse til serveren.',
  offlineNotKept: 'Der er ingen forbindelse, og denne tablet kan ikke gemme det. Lad siden stå åben.',
  broken: 'Serveren svarede ikke, som den skulle. Prøv igen.',
  lapsedTitle: 'Log ind igen',
  lapsedWords: (name: string) => `${name}: du blev logget ud. Det, du har skrevet, er her stadig.`,
}
