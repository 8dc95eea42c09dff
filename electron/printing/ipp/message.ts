export interface IppAnswer {
  /** The status code, RFC 8011 appendix B. */
  status: number
  /** Of the operation, job and printer groups; out-of-band values (`unknown`, `no-value`) are left out. */
  attributes: ReadonlyMap<string, readonly (string | number | boolean)[]>
}

const END_OF_ATTRIBUTES = 0x03
const UNSUPPORTED_GROUP = 0x05
const LAST_DELIMITER = 0x0f
const LAST_OUT_OF_BAND = 0x1f
const HEADER_LENGTH = 8
/** Version 1.x or 2.x. */
const VERSIONS = new Set([1, 2])

/**
 * Reads an answer to the request of that id; null when the bytes are anything else. Written here because the parser of the package
 * `ipp` trusts the lengths that it reads (a negative one sends it round for ever) and prints to standard output. Members of
 * collections end up as values of the attribute that holds them: nothing asks for a collection.
 */
export function decodeAnswer(bytes: Buffer, id: number): IppAnswer | null {
  if (bytes.length <= HEADER_LENGTH || !VERSIONS.has(bytes.readUInt8(0)) || bytes.readInt32BE(4) !== id) return null
  const attributes = new Map<string, (string | number | boolean)[]>()
  let group = 0
  let values: (string | number | boolean)[] = []
  for (let at = HEADER_LENGTH; at < bytes.length;) {
    const tag = bytes.readUInt8(at)
    at += 1
    if (tag === END_OF_ATTRIBUTES) return { status: bytes.readUInt16BE(2), attributes }
    if (tag <= LAST_DELIMITER) {
      group = tag
      continue
    }
    const name = readField(bytes, at)
    const value = name && readField(bytes, name.end)
    if (!value) return null
    at = value.end
    if (name.bytes.length > 0) values = []
    if (name.bytes.length > 0 && group !== UNSUPPORTED_GROUP) attributes.set(name.bytes.toString('ascii'), values)
    const read = readValue(tag, value.bytes)
    if (read !== undefined) values.push(read)
  }
  return null
}

/** Bytes after their length in two bytes; undefined past the end. */
function readField(bytes: Buffer, at: number): { bytes: Buffer; end: number } | undefined {
  if (at + 2 > bytes.length) return undefined
  const end = at + 2 + bytes.readUInt16BE(at)
  return end > bytes.length ? undefined : { bytes: bytes.subarray(at + 2, end), end }
}

function readValue(tag: number, bytes: Buffer): string | number | boolean | undefined {
  if (tag <= LAST_OUT_OF_BAND) return undefined
  if (tag === 0x21 || tag === 0x23) return bytes.length === 4 ? bytes.readInt32BE(0) : undefined
  if (tag === 0x22) return bytes.length === 1 ? bytes.readUInt8(0) === 1 : undefined
  if (tag === 0x35 || tag === 0x36) return readLocalized(bytes)
  return bytes.toString('utf8')
}

/** A text or name with its language: each has its own length. */
function readLocalized(bytes: Buffer): string | undefined {
  const language = readField(bytes, 0)
  return language && readField(bytes, language.end)?.bytes.toString('utf8')
}
