import { build, needsBuild } from './build.ts'

/** Before tests that run the built program: what stands in `dist` is what stands in the sources. */
export default async function ensureBuilt(): Promise<void> {
  if (needsBuild()) await build()
}
