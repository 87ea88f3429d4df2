/** A group of an OIO Basic Privilege Profile list: what somebody may, for whom, and how that is narrowed. */
export type PrivilegeGroup = {
  /** `urn:dk:gov:saml:cvrNumberIdentifier:12345678`; null where none is said. */
  scope: string | null
  privileges: string[]
  constraints: { name: string; value: string }[]
}

export const ORG_UNIT = 'urn:dk:kombit:orgUnit'
export const CVR_SCOPE = 'urn:dk:gov:saml:cvrNumberIdentifier:'
const MOST_BYTES = 200_000

const piece =
  /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([\w.-]+:)?([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (text: string) => text.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '').trim()
const attribute = (attributes: string, name: string) => {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found ? plain(found[1] ?? found[2]!) : null
}

/**
 * Reads a privilege list (base64 of XML, both namespaces of the profile). Only what the profile has is read: no document
 * type, no entities of one's own.
 * @returns undefined when it cannot be read; half a list is no list
 * @source OIO Basic Privilege Profile 1.2 (as collected from open code; to be checked against digst.dk)
 */
export function readPrivileges(base64: string): PrivilegeGroup[] | undefined {
  const xml = Buffer.from(base64, 'base64')
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  if (xml.length > MOST_BYTES) return undefined
  const groups: PrivilegeGroup[] = []
  const open: { name: string; attributes: string; text: string }[] = []
  piece.lastIndex = 0
  let hasRoot = false
  while (piece.lastIndex < xml.length) {
    const found = piece.exec(xml)
    if (!found) return undefined
    const [, closing, , name, attributes = '', empty, text] = found
    if (text !== undefined && open.length) open.at(-1)!.text += text
    if (!name) continue
    if (!closing) {
      if (open.length === 0 && (hasRoot || name !== 'PrivilegeList')) return undefined
      hasRoot = true
      open.push({ name, attributes, text: '' })
      if (name === 'PrivilegeGroup')
        groups.push({ scope: attribute(attributes, 'Scope'), privileges: [], constraints: [] })
    }
    if (closing || empty) {
      const ended = open.pop()
      if (ended?.name !== name) return undefined
      take(groups.at(-1), ended)
    }
  }
  return hasRoot && open.length === 0 ? groups : undefined
}

function take(
  group: PrivilegeGroup | undefined,
  { name, attributes, text }: { name: string; attributes: string; text: string },
): void {
  if (name === 'Privilege') group?.privileges.push(plain(text))
  if (name === 'Constraint') group?.constraints.push({ name: attribute(attributes, 'Name') ?? '', value: plain(text) })
}
