/** One thing to choose, with what tells it apart beneath its name. */
export interface Option {
  id: string
  name: string
  detail?: string
}
