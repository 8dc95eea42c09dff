import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

const OFF = '0'.charCodeAt(0)
const ON = '1'.charCodeAt(0)

/** The doors that a package keeps shut whatever the environment or the command line says. */
const wanted = [
  ['RunAsNode', FuseV1Options.RunAsNode, OFF],
  ['EnableCookieEncryption', FuseV1Options.EnableCookieEncryption, ON],
  ['EnableNodeOptionsEnvironmentVariable', FuseV1Options.EnableNodeOptionsEnvironmentVariable, OFF],
  ['EnableNodeCliInspectArguments', FuseV1Options.EnableNodeCliInspectArguments, OFF],
  ['EnableEmbeddedAsarIntegrityValidation', FuseV1Options.EnableEmbeddedAsarIntegrityValidation, ON],
  ['OnlyLoadAppFromAsar', FuseV1Options.OnlyLoadAppFromAsar, ON],
  ['GrantFileProtocolExtraPrivileges', FuseV1Options.GrantFileProtocolExtraPrivileges, OFF],
] as const

/** The fuses of a packaged binary that are not as wanted, one line each. */
export async function fuseFaults(binary: string): Promise<string[]> {
  const wire = await getCurrentFuseWire(binary)
  return wanted.filter(([, fuse, state]) => Number(wire[fuse]) !== state).map(([name]) => `the fuse ${name} is not as it must be`)
}
