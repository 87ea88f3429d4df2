/** `Jens B.`: what the citizen is called, and one letter to tell two of them apart. */
export function shortName({ calledName, fullName }: { calledName: string; fullName: string }): string {
  const family = fullName.trim().split(/\s+/).at(-1) ?? ''
  const isPlain = !/\s/.test(calledName.trim()) && family !== '' && family !== calledName
  return isPlain ? `${calledName} ${family[0]}.` : calledName
}
