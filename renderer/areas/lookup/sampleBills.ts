import type { Zone } from '../../../shared/contract/kiosk.ts'
import { significantCharacters } from '../../../shared/domain/invoiceNumber.ts'
import { sampleNumber } from './sampleNumber.ts'
import { countryOf } from '../../zones/country.ts'
import { serviceOf, type Service } from '../../zones/service.ts'

/** How a bill is laid out: by what is supplied, and in which country. */
export type BillLayout = 'gas-mx' | 'gas-uy' | 'water-mx' | 'water-uy'

/** Where on the drawing a number stands; the words stand under `lookup.help.places`. */
export type Place = 'topLeft' | 'topRight' | 'underAccount' | 'underDate' | 'besideCuenta' | 'underControl' | 'ofSupply'

/** What is asked for beside the number of the account. */
export type AskedBeside = 'invoice' | 'contract' | 'meter'

export interface BillNumber {
  /** The zone's own; null where the form's own words serve. */
  label: string | null
  help: string | null
  place: Place
  /** As printed; null where no number can be made after the zone's pattern. */
  printed: string | null
  checkDigit: string
}

export interface SampleBillModel {
  layout: BillLayout
  service: Service
  company: string
  account: BillNumber
  asked: AskedBeside
  /** The one that is asked for. */
  invoice: BillNumber
}

/** What stands among the data of the supply. */
const SAMPLE_OF_SUPPLY = { contract: 'C778809523', meter: 'E2909218' }

interface Model {
  account: string
  checkDigit: string
  accountPlace: Place
  invoice: string
  invoicePlace: Place
}

const models: Record<BillLayout, Model> = {
  'gas-mx': { account: '40989917', checkDigit: '-7', accountPlace: 'topLeft', invoice: 'DE 4043 2503', invoicePlace: 'topRight' },
  'gas-uy': { account: '367573', checkDigit: '', accountPlace: 'topRight', invoice: 'A-140.500.275', invoicePlace: 'underAccount' },
  'water-mx': { account: '85831366', checkDigit: '-1', accountPlace: 'topRight', invoice: 'AG-4035.0406', invoicePlace: 'underDate' },
  'water-uy': { account: '402918', checkDigit: '', accountPlace: 'topRight', invoice: 'A-218.004.611', invoicePlace: 'underAccount' },
}

export const layoutOf = (zone: Zone | null): BillLayout => `${zone?.service ?? 'gas'}-${countryOf(zone) === 'uy' ? 'uy' : 'mx'}`

/** The bill that a zone's customers hold in their hand, drawn with the zone's own labels and with numbers that its patterns accept. */
export function sampleBill(zone: Zone | null, asked: AskedBeside = 'invoice'): SampleBillModel {
  const layout = layoutOf(zone)
  const model = models[layout]
  const isPlainGas = layout === 'gas-mx'
  return {
    layout,
    service: serviceOf(zone),
    company: zone?.company ?? '',
    account: numberOf(zone?.account, model.account, model.checkDigit, isPlainGas && !zone?.account.label ? 'besideCuenta' : model.accountPlace),
    asked,
    invoice:
      asked === 'invoice'
        ? numberOf(zone?.invoice, model.invoice, '', isPlainGas && !zone?.invoice.label ? 'underControl' : model.invoicePlace)
        : { label: null, help: null, place: 'ofSupply', printed: SAMPLE_OF_SUPPLY[asked], checkDigit: '' },
  }
}

function numberOf(rule: Zone['account'] | undefined, asPrinted: string, checkDigit: string, place: Place): BillNumber {
  const usual = significantCharacters(asPrinted)
  const number = rule?.pattern ? sampleNumber(rule.pattern, usual) : usual
  return {
    label: rule?.label ?? null,
    help: rule?.help ?? null,
    place,
    printed: number && (number.length === usual.length ? separated(number, asPrinted) : number),
    checkDigit: number === usual ? checkDigit : '',
  }
}

/** The number with the separators of the model where the model has them. */
function separated(number: string, asPrinted: string): string {
  let place = 0
  return [...asPrinted].map((character) => (significantCharacters(character) === '' ? character : number.charAt(place++))).join('')
}

export interface BillKind {
  key: string
  zone: Zone
  name: string
}

/** The different bills of the zones that are served, each with the company's name, and the zones' where one company has several. */
export function billKinds(zones: readonly Zone[]): BillKind[] {
  const kinds = Map.groupBy(zones, billKey)
  const companies = [...kinds.values()].map(([zone]) => zone?.company)
  return [...kinds].flatMap(([key, [zone, ...more]]) => {
    if (!zone) return []
    const isAlone = companies.filter((company) => company === zone.company).length === 1
    return [{ key, zone, name: isAlone ? zone.company : `${zone.company} · ${[zone, ...more].map(({ name }) => name).join(', ')}` }]
  })
}

export const billKey = (zone: Zone): string =>
  JSON.stringify([zone.company, layoutOf(zone), ...[zone.account, zone.invoice].flatMap(({ label, pattern, help }) => [label, pattern, help])])
