/** Value tags of RFC 8010 §3.5.2, by attribute. */
const TAGS = {
  'attributes-charset': 0x47,
  'attributes-natural-language': 0x48,
  'printer-uri': 0x45,
  'job-id': 0x21,
  'requesting-user-name': 0x42,
  'job-name': 0x42,
  'document-format': 0x49,
  'requested-attributes': 0x44,
  media: 0x44,
  sides: 0x44,
  'print-scaling': 0x44,
} as const

type Attributes = Partial<Record<keyof typeof TAGS, string | number | readonly string[]>>

const OPERATIONS = { 'Print-Job': 0x0002, 'Cancel-Job': 0x0008, 'Get-Job-Attributes': 0x0009, 'Get-Printer-Attributes': 0x000b } as const

const OPERATION_GROUP = 0x01
const JOB_GROUP = 0x02
const END_OF_ATTRIBUTES = 0x03
const VERSION_1_1 = 0x0101

export interface IppRequest {
  operation: keyof typeof OPERATIONS
  id: number
  printerUri: string
  operationAttributes: Attributes
  jobAttributes?: Attributes
  document?: Uint8Array
}

/** The owner of our jobs: the same in every request. */
const USER = 'ventanilla'

/** A request of IPP/1.1, which every printer of a later version understands too (RFC 8011). */
export function encodeRequest({ operation, id, printerUri, operationAttributes, jobAttributes, document }: IppRequest): Buffer {
  const { 'job-id': jobId, ...rest } = operationAttributes
  const header = Buffer.alloc(8)
  header.writeUInt16BE(VERSION_1_1, 0)
  header.writeUInt16BE(OPERATIONS[operation], 2)
  header.writeInt32BE(id, 4)
  const asked: Attributes = {
    'attributes-charset': 'utf-8',
    'attributes-natural-language': 'en',
    'printer-uri': printerUri,
    // `job-id` must follow `printer-uri` (§4.1.5).
    ...(jobId !== undefined && { 'job-id': jobId }),
    'requesting-user-name': USER,
    ...rest,
  }
  const groups = [...group(OPERATION_GROUP, asked), ...(jobAttributes ? group(JOB_GROUP, jobAttributes) : [])]
  return Buffer.concat([header, ...groups, Buffer.of(END_OF_ATTRIBUTES), ...(document ? [document] : [])])
}

const group = (tag: number, attributes: Attributes): Buffer[] => [
  Buffer.of(tag),
  ...(Object.keys(attributes) as (keyof Attributes)[]).flatMap((name) => {
    const value = attributes[name]
    const values = typeof value === 'object' ? value : [value]
    // Further values of one attribute are written without a name.
    return values.flatMap((one, index) => (one === undefined ? [] : [Buffer.of(TAGS[name]), field(index === 0 ? name : ''), field(one)]))
  }),
]

/** Bytes after their length in two bytes. */
function field(value: string | number): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : Buffer.alloc(4)
  if (typeof value === 'number') bytes.writeInt32BE(value)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(bytes.length)
  return Buffer.concat([length, bytes])
}
