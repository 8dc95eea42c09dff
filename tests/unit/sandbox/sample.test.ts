import { scryptSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { banks } from '../../../electron/sandbox/data/banks.ts'
import { clerks, samplePins } from '../../../electron/sandbox/data/clerks.ts'
import { faqs } from '../../../electron/sandbox/data/faqs.ts'
import { legalTexts } from '../../../electron/sandbox/data/legal.ts'
import { payPlaces } from '../../../electron/sandbox/data/payPlaces.ts'
import { topics } from '../../../electron/sandbox/data/topics.ts'
import { knownAccounts } from '../../../electron/sandbox/sample/known.ts'
import { type AccountFile, inventAccount } from '../../../electron/sandbox/sample/records.ts'
import { zoneProfiles } from '../../../electron/sandbox/sample/zones.ts'
import { checkDigitOf } from '../../../shared/domain/checkDigit.ts'
import { counted } from '../../../shared/domain/consumption.ts'
import { holderName } from '../../../shared/domain/holder.ts'
import { significantCharacters } from '../../../shared/domain/invoiceNumber.ts'
import type { Invoice, Movement, Payment, Reading } from '../../../shared/utility-api/generated/types.gen.ts'

const TODAY = '2026-11-21'
const files = Array.from({ length: 300 }, (_, index) => inventAccount(index, TODAY))
const invoices = files.flatMap((file) => file.invoices)

const othersOf = <T>(file: AccountFile, entity: string): T[] => file.others.filter((change) => change.entity === entity).map((change) => change.data as T)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
const latest = (file: AccountFile | undefined): Invoice | undefined => file?.invoices.at(-1)

describe('the sample accounts', () => {
  it('are the same for the same day, in whatever order they are asked for', () => {
    const backwards = [299, 12, 3, 0].map((index) => inventAccount(index, TODAY))
    expect(backwards).toEqual([files[299], files[12], files[3], files[0]])
    expect(inventAccount(7, '2026-11-22').invoices).not.toEqual(files[7]?.invoices)
  })

  it('have numbers that repeat in no zone, and ids that repeat nowhere', () => {
    const numbers = files.map(({ account }) => `${account.zoneId} ${account.number}`)
    expect(new Set(numbers).size).toBe(files.length)
    expect(new Set(invoices.map(({ number }) => significantCharacters(number))).size).toBe(invoices.length)
    const ids = files.flatMap((file) => [...file.invoices, ...file.others].map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('have a right check digit where the zone gives the algorithm, and one without an algorithm elsewhere', () => {
    const water = files.filter(({ account }) => account.zoneId === 'zona-queretaro')
    expect(water.length).toBeGreaterThan(40)
    for (const { account } of water) expect(account.checkDigit).toBe(checkDigitOf(account.number, 'luhn'))
    expect(zoneProfiles.filter(({ zone }) => zone.identifiers?.account).length).toBeGreaterThanOrEqual(2)
    expect(zoneProfiles.find(({ zone }) => zone.id === 'zona-monterrey')?.zone.identifiers?.account?.checkDigit).toBeUndefined()
  })

  it('fill every zone, and every unusual case occurs', () => {
    expect(new Set(files.map(({ account }) => account.zoneId)).size).toBe(6)
    expect(files.some(({ account }) => account.status === 'suspended')).toBe(true)
    expect(files.some(({ account }) => account.balance < 0)).toBe(true)
    expect(files.some(({ account }) => account.readingWindow === null)).toBe(true)
    expect(files.some(({ account }) => (account.readingWindow?.opensOn ?? '') > TODAY)).toBe(true)
    expect(files.some(({ account }) => holderName(account.holder).length >= 120)).toBe(true)
    expect(files.some(({ account }) => /[ñáéíóú]/.test(holderName(account.holder)))).toBe(true)
    expect(files.some(({ account }) => account.holder.kind === 'company')).toBe(true)
    expect(invoices.some((invoice) => invoice.lines.length === 40)).toBe(true)
    expect(invoices.some((invoice) => invoice.currentReading === null)).toBe(true)
    expect(invoices.some((invoice) => invoice.taxes.length > 1)).toBe(true)
    expect(invoices.some(({ previousReading, currentReading }) => (previousReading?.value ?? 0) > (currentReading?.value ?? Infinity))).toBe(true)
    expect(invoices.some((invoice) => invoice.balance > 0 && invoice.balance < invoice.total)).toBe(true)
    expect(new Set(invoices.map((invoice) => invoice.status))).toEqual(new Set(['open', 'paid', 'overdue', 'cancelled']))
    const payments = files.flatMap((file) => othersOf<Payment>(file, 'payment'))
    expect(payments.some(({ amount }) => amount < 0)).toBe(true)
    expect(payments.some(({ invoiceNumbers = [] }) => invoiceNumbers.length > 1)).toBe(true)
    expect(payments.some(({ channel, reference }) => channel === 'Farmacias Azul' && reference === null)).toBe(true)
    const agreements = files.flatMap((file) => othersOf<{ status: string }>(file, 'agreement'))
    expect(new Set(agreements.map(({ status }) => status))).toEqual(new Set(['proposed', 'active', 'completed', 'broken']))
  })
})

describe('the known accounts', () => {
  it.each(Object.values(knownAccounts))('$number in $zoneId has $invoiceNumber as its latest invoice', (known) => {
    const file = files[known.index]
    expect(file?.account).toMatchObject({ zoneId: known.zoneId, number: known.number, checkDigit: known.checkDigit })
    expect(latest(file)?.number).toBe(known.invoiceNumber)
  })

  it('owes $1,284.50 in Monterrey, due in ten days', () => {
    expect(files[0]?.account.balance).toBe(128_450)
    expect(latest(files[0])).toMatchObject({ total: 128_450, balance: 128_450, status: 'open', dueOn: '2026-12-01', hasDocument: false })
    expect(latest(files[0])?.fiscal?.scheme).toBe('cfdi-4.0')
  })

  it('owes nothing in Nuevo Laredo, and has fiscal data in Mexico and Uruguay', () => {
    expect(files[1]?.account.balance).toBe(0)
    expect(latest(files[1])).toMatchObject({ status: 'paid', fiscal: { scheme: 'cfdi-4.0' } })
    expect(latest(files[2])?.fiscal).toMatchObject({ scheme: 'cfe-uy', documentType: 'e-Ticket (101)' })
    expect(latest(files[3])?.hasDocument).toBe(true)
    const withOriginal = files.filter((file) => latest(file)?.hasDocument)
    expect(withOriginal).toHaveLength(30)
    expect(new Set(withOriginal.map(({ account }) => account.zoneId)).size).toBe(6)
  })
})

describe('every account', () => {
  it('has 37 monthly invoices whose lines and taxes add up to the total', () => {
    for (const file of files) {
      expect(file.invoices).toHaveLength(37)
      for (const invoice of file.invoices) {
        expect(sum(invoice.lines.map((line) => line.amount)) + sum(invoice.taxes.map((tax) => tax.amount))).toBe(invoice.total)
        for (const { quantity, unitPrice, amount } of invoice.lines) {
          if (quantity !== undefined && unitPrice !== undefined) expect(Math.abs(quantity * unitPrice * 100 - amount)).toBeLessThanOrEqual(0.5001)
        }
      }
    }
  })

  it('has movements that add up to its balance, which is what its invoices still ask for unless it is in credit', () => {
    for (const file of files) {
      const movements = othersOf<Movement>(file, 'movement')
      expect(sum(movements.map((movement) => movement.amount))).toBe(file.account.balance)
      const owed = sum(file.invoices.map((invoice) => invoice.balance))
      if (file.account.balance >= 0) expect(file.account.balance).toBe(owed)
      else expect(owed).toBe(0)
      const charged = movements.filter((movement) => movement.kind === 'invoice').map((movement) => movement.documentNumber)
      expect(charged).toEqual(file.invoices.map((invoice) => invoice.number))
      const paid = sum(othersOf<Payment>(file, 'payment').map((payment) => payment.amount))
      expect(-sum(movements.filter((movement) => movement.kind === 'payment').map((movement) => movement.amount))).toBe(paid)
    }
  })

  it('is read in a chain: each bill begins with the value at which the one before ended', () => {
    for (const file of files) {
      const read = new Map(othersOf<Reading>(file, 'reading').map((reading) => [reading.takenOn, reading]))
      file.invoices.forEach((invoice, place) => {
        const { previousReading: previous, currentReading: current } = invoice
        const before = file.invoices[place - 1]
        if (before) expect(previous).toEqual(before.currentReading)
        if (previous && current) expect(counted(previous.value, current.value)).toBeCloseTo(invoice.consumption)
        if (current) expect(read.get(current.takenOn)).toMatchObject(current)
      })
    }
  })

  it('has dates in their order, and nothing after today but what falls due', () => {
    for (const file of files) {
      for (const [place, invoice] of file.invoices.entries()) {
        const { periodStart, periodEnd, issuedOn, dueOn } = invoice
        expect([periodStart, periodEnd, issuedOn, dueOn].toSorted()).toEqual([periodStart, periodEnd, issuedOn, dueOn])
        expect(issuedOn <= TODAY).toBe(true)
        const before = file.invoices[place - 1]
        if (before) expect(before.periodEnd < periodStart && before.issuedOn < issuedOn).toBe(true)
        if (invoice.balance > 0) expect(invoice.status).toBe(dueOn < TODAY ? 'overdue' : 'open')
      }
      for (const { postedOn } of othersOf<Movement>(file, 'movement')) expect(postedOn <= TODAY).toBe(true)
    }
  })

  it('has invoice numbers of ten significant characters and references of at most thirty digits', () => {
    for (const invoice of invoices) {
      expect(significantCharacters(invoice.number)).toMatch(/^[A-Z0-9]{10}$/)
      expect(invoice.paymentReference).toMatch(/^[0-9]{10,30}$/)
    }
  })

  it('uses most gas in winter', () => {
    const gas = files.filter(({ account }) => account.zoneId === 'zona-monterrey').flatMap((file) => file.invoices)
    const mean = (month: string): number => {
      const used = gas.filter((invoice) => invoice.periodEnd.slice(5, 7) === month).map((invoice) => invoice.consumption)
      return sum(used) / used.length
    }
    expect(mean('01')).toBeGreaterThan(2 * mean('07'))
  })
})

describe('the catalogue', () => {
  const zones = new Set(zoneProfiles.map(({ zone }) => zone.id))

  it('names only zones that exist, and every zone has a place to pay and an emergency number', () => {
    for (const zoneId of [...banks.flatMap((bank) => bank.zoneIds), ...payPlaces.map((place) => place.zoneId)]) expect(zones).toContain(zoneId)
    expect(new Set(payPlaces.map((place) => place.zoneId))).toEqual(zones)
    expect(zoneProfiles.every(({ zone }) => zone.emergencyPhone)).toBe(true)
    expect(banks.map((bank) => bank.name)).toEqual(expect.arrayContaining(['Banamex', 'BBVA', 'Banorte', 'HSBC', 'BROU', 'Abitab', 'OXXO']))
  })

  it('has a leak that is an emergency, and the forms of contact', () => {
    expect(topics.filter((topic) => topic.emergency).map((topic) => topic.name)).toEqual(['Fuga'])
    expect(topics.map((topic) => topic.form).filter(Boolean)).toEqual(['query', 'highConsumption', 'suggestion', 'opinion'])
  })

  it('has questions and legal texts in the languages of its zones', () => {
    const localesOf = (texts: readonly { locale: string }[]): Set<string> => new Set(texts.map(({ locale }) => locale))
    expect(faqs.filter(({ locale }) => locale === 'es-MX').length).toBeGreaterThanOrEqual(12)
    expect(localesOf(faqs)).toEqual(new Set(['es-MX', 'es-UY', 'en', 'pt']))
    for (const kind of ['privacyNotice', 'terms', 'eInvoiceConsent']) {
      expect(localesOf(legalTexts.filter((text) => text.kind === kind))).toEqual(new Set(['es-MX', 'es-UY', 'en']))
    }
    expect(legalTexts.filter(({ kind }) => kind === 'privacyNotice').every(({ summary }) => summary)).toBe(true)
  })

  it.each(Object.entries(samplePins))('has a %s whose PIN is the one that is said', (role, pin) => {
    const clerk = clerks.findLast(({ roles, active }) => active && roles.some((each) => each === role) && (role !== 'clerk' || roles.length === 1))
    const [, , parameters, salt = '', hash = ''] = clerk?.pinHash.split('$') ?? []
    expect(parameters).toBe('ln=15,r=8,p=1')
    const derived = scryptSync(pin, Buffer.from(salt, 'base64'), 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 })
    expect(derived.toString('base64').replace(/=+$/, '')).toBe(hash)
  })
})
