import { expect } from 'vitest'
import type { UiLocale } from '../../../renderer/i18n/languages.ts'
import HolderChangeView from '../../../renderer/views/HolderChangeView.vue'
import ReconnectionView from '../../../renderer/views/ReconnectionView.vue'
import SupplyView from '../../../renderer/views/SupplyView.vue'
import type { SupplyRequests } from '../../../shared/contract/supply.ts'
import type { Overrides } from '../../fakes/fakeKiosk.ts'
import { sampleAccount, sampleAnswers } from '../../fakes/kioskSamples.ts'
import { sampleSupply } from '../../fakes/supplySamples.ts'
import { mountScreen, type MountedScreen } from './mountScreen.ts'

const ways = { solicitudes: SupplyView, reconexion: ReconnectionView, titular: HolderChangeView }

/** One screen of *Solicitudes de suministro*, for the sample account as `change` alters it. */
export const open = (
  way: keyof typeof ways,
  change: Partial<SupplyRequests> = {},
  overrides: Overrides = {},
  locale: UiLocale = 'es-MX',
): Promise<MountedScreen> =>
  mountScreen(ways[way], { overrides: { 'supply.show': sampleSupply(sampleAccount, change), ...overrides }, path: `/cuenta/solicitudes/${way}`, locale })
export const filed = ({ kiosk }: MountedScreen): unknown[] => kiosk.called.filter(({ channel }) => channel === 'requests.file').map(({ request }) => request)
export const heading = ({ screen }: MountedScreen): string => screen.get('h1').text()
export const formId = expect.stringMatching(/^[0-9a-f-]{36}$/) as string
export const withTickets = { 'kiosk.describe': { ...sampleAnswers['kiosk.describe'], printers: ['documents' as const, 'tickets' as const] } }
export const privacyNotice = { id: 'privacy', version: '2026-1' }
