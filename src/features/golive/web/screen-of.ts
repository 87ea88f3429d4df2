const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i

/** The kind of page: ids, and whatever else is no plain word of an address, become blanks. Nothing of its question is told. */
export const screenOf = (pathname: string): string =>
  pathname
    .split('/')
    .map((part) => (ID.test(part) || !/^[a-zæøå-]*$/.test(part) ? '$' : part))
    .join('/')
    .slice(0, 120)
