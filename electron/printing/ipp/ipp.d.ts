/** The part of the package `ipp` that is used: it carries no types. */
declare module 'ipp' {
  type Value = string | number | boolean | readonly string[]

  interface Message {
    version: string
    operation: string
    id: number
    'operation-attributes-tag': Record<string, Value>
    'job-attributes-tag'?: Record<string, Value>
    data?: Buffer
  }

  interface Ipp {
    serialize(message: Message): Buffer
    /** How the values of each attribute are written. */
    attributes: { 'Job Template': { sides: object; 'print-scaling'?: object } }
  }

  const ipp: Ipp
  export default ipp
}
