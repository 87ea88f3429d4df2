const FLAG = 'noedpakke'

/** Says, without opening a database, that this device is paired. */
export const isFlagged = (): boolean => {
  try {
    return localStorage.getItem(FLAG) !== null
  } catch {
    return false
  }
}
export const flag = (): void => localStorage.setItem(FLAG, 'yes')
export const unflag = (): void => localStorage.removeItem(FLAG)
