import { describe, expect, test } from 'vitest'
import { duplicateModel } from '../../../electron/documents/duplicate/duplicateModel.ts'
import { historyOf, aPreview, mexicanInvoice, mexicanSource, monterrey, uruguayanSource, withInvoice } from '../../fixtures/documents/documentSamples.ts'

const mexican = duplicateModel(mexicanSource)
const uruguayan = duplicateModel(uruguayanSource)

describe('who, what and how much', () => {
  test('Mexico: letter, its amounts and dates, the account with its check digit, the invoice as printed', () => {
    expect(mexican).toMatchObject({
      page: 'LETTER',
      holder: 'María Guadalupe Peña Ibáñez',
      amount: { label: 'Total a pagar', text: '$3,639.00', due: { label: 'Vence el', value: '2 de diciembre de 2026' } },
      copy: 'Copia 2 · Impreso el 21/11/2026 a las 10:30',
    })
    expect(mexican.facts.slice(0, 2)).toEqual([
      { label: 'Número de cuenta', value: '40989917-7' },
      { label: 'Control  No.', value: 'DE 4043 2503' },
    ])
  })

  test('Uruguay: A4 and its own way to write amounts', () => {
    expect(duplicateModel({ ...mexicanSource, zone: { ...mexicanSource.zone, currency: 'USD' } }).page).toBe('LETTER')
    expect(uruguayan).toMatchObject({ page: 'A4', amount: { text: '$\u00a03.678,81', due: { label: 'Vence el' } } })
  })

  test('a preview takes no number: it says what it is on every sheet, and is no duplicate', () => {
    const preview = duplicateModel({ ...mexicanSource, rendition: aPreview })
    expect(preview).toMatchObject({ mark: 'VISTA PREVIA', watermark: 'VISTA PREVIA', copy: 'La copia impresa llevará su número' })
    expect(mexican).toMatchObject({ mark: 'DUPLICADO', watermark: null })
  })

  test('a preview names nobody in full: it stands on a screen, before whoever holds the bill', () => {
    for (const source of [mexicanSource, uruguayanSource]) {
      const preview = duplicateModel({ ...source, rendition: aPreview })
      const { receiver } = source.invoice.fiscal ?? {}
      const all = JSON.stringify(preview)
      for (const secret of ['Guadalupe', 'Peña', 'Pánuco', 'Rivera', 'Espiga', 'ESPIGA', 'PEÑA', receiver?.taxId ?? '-']) expect(all).not.toContain(secret)
      expect(JSON.stringify(duplicateModel(source))).toContain(receiver?.taxId)
    }
    expect(duplicateModel({ ...mexicanSource, rendition: aPreview })).toMatchObject({
      holder: 'M•••• G•••••• P••• I•••••',
      supplyAddress: ['C•••• R•• P••••• 218 i••. 4', 'C•••••• d•• V••••'],
    })
  })

  test('a preview for whoever may see names says what it is all the same, and a masked copy is a duplicate', () => {
    const inFull = duplicateModel({ ...mexicanSource, rendition: { ...aPreview, masked: false } })
    expect(inFull).toMatchObject({ mark: 'VISTA PREVIA', holder: mexican.holder, supplyAddress: mexican.supplyAddress })
    const masked = duplicateModel({ ...mexicanSource, rendition: { purpose: 'file', masked: true, copyNumber: 2 } })
    expect(masked).toMatchObject({ mark: 'DUPLICADO', watermark: null, copy: mexican.copy, holder: 'M•••• G•••••• P••• I•••••' })
  })

  test('a preview hides the tax number also where the address of verification writes it otherwise', () => {
    const taxId = 'H&Ñ951128469'
    const fiscal = mexicanInvoice.fiscal && { ...mexicanInvoice.fiscal, receiver: { name: 'H y Ñ', taxId } }
    for (const spelling of [taxId, 'H&amp;Ñ951128469', 'H%26%C3%91951128469']) {
      const verificationUrl = `https://verificacfdi.facturaelectronica.sat.gob.mx/default.aspx?rr=${spelling}&tt=1.0`
      const source = withInvoice({ fiscal: fiscal && { ...fiscal, verificationUrl } })
      expect(duplicateModel({ ...source, rendition: aPreview }).fiscal?.verificationUrl).not.toContain('951128469')
      expect(duplicateModel(source).fiscal?.verificationUrl).toBe(verificationUrl)
    }
  })

  test('the zone names its account number, and one without a check digit has no hyphen', () => {
    const zone = { ...monterrey, identifiers: { account: { label: 'Póliza' } } }
    const account = { ...mexicanSource.account, checkDigit: null }
    expect(duplicateModel({ ...mexicanSource, zone, account }).facts[0]).toEqual({ label: 'Póliza', value: '40989917' })
  })

  test('a credit is a balance in favour, without a due date or anything to pay it with', () => {
    const model = duplicateModel(withInvoice({ total: -25050 }))
    expect(model.amount).toEqual({ label: 'Saldo a favor', text: '$250.50', due: null })
    expect(model.payment).toBeNull()
    expect(model.charges.total.value).toBe('−$250.50')
  })
})

describe('how it was computed', () => {
  test('readings say how they are known; one that is missing stays missing', () => {
    const { rows, measures } = duplicateModel(withInvoice({ previousReading: null, currentReading: undefined })).readings
    expect(rows.map(({ reading }) => reading)).toEqual([null, null])
    expect(mexican.readings.rows.map(({ reading }) => reading?.kind)).toEqual(['Real', 'Estimada'])
    expect(measures).toEqual(mexican.readings.measures)
  })

  test('gas is converted by the factor of the bill; water is billed as it is measured', () => {
    expect(mexican.readings.measures.map(({ value }) => value)).toEqual(['142 m³', '10.5217', '1,494.081 kWh'])
    expect(uruguayan.readings.measures).toEqual([{ label: 'Consumo', value: '46 m³' }])
  })

  test('taxes stand by their rates, under a subtotal that agrees with the total', () => {
    expect(uruguayan.charges.sums.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Subtotal: $\u00a03.015,42',
      'IVA tasa básica 22 %: $\u00a0663,39',
      'IVA tasa mínima 10 %: $\u00a00,00',
    ])
    expect(duplicateModel(withInvoice({ total: 400000 })).charges.sums.map(({ label }) => label)).toEqual(['IVA 16 %'])
    const inPercent = withInvoice({ total: 400000, taxes: [{ name: 'IVA', rate: 16, amount: 50193 }] })
    expect(duplicateModel(inPercent).charges.sums.map(({ label }) => label)).toEqual(['IVA 16 %'])
  })

  test('prices keep the decimals of the tariff', () => {
    expect(mexican.charges.rows.map(({ unitPrice }) => unitPrice)).toEqual(['', '$1.782346', '$2.0451', ''])
  })
})

describe('thirteen months', () => {
  const months = (history = historyOf(mexicanInvoice)) => duplicateModel({ ...mexicanSource, history }).consumption.months

  test('a year and the same month of the year before, oldest first, the gap left open', () => {
    expect(months()).toHaveLength(13)
    expect(months()[0]).toMatchObject({ month: 'oct', year: '2025', current: false })
    expect(months()[12]).toMatchObject({ month: 'oct', year: '2026', value: 142, current: true })
    expect(months().filter(({ value }) => value === null)).toEqual([expect.objectContaining({ month: 'may', text: '–' })])
  })

  test('the order of the history does not matter', () => {
    expect(months(historyOf(mexicanInvoice).reverse())).toEqual(months())
  })

  test('cancelled invoices, other accounts and later months do not count; two bills of one month add up', () => {
    const [september] = historyOf(mexicanInvoice, 1)
    if (!september) throw new Error('no history')
    const other = { ...september, id: 'x1', consumption: 1000 }
    const strangers = [
      { ...other, status: 'cancelled' as const },
      { ...other, accountId: 'acc-9' },
      { ...other, periodEnd: '2026-11-30' },
    ]
    expect(months([september, ...strangers])).toEqual(months([september]))
    expect(months([september, { ...september, id: 'x2', consumption: 5 }])[11]?.value).toBe(september.consumption + 5)
    const note = { ...september, id: 'x3', consumption: 5, fiscal: { scheme: 'cfdi-4.0' as const, verificationUrl: '', documentType: 'Nota de crédito' } }
    expect(months([september, note])[11]?.value).toBe(september.consumption - 5)
    expect(months([note])[11]?.value).toBe(0)
  })

  test('the invoice itself is there whatever state of it the history holds', () => {
    expect(months([{ ...mexicanInvoice, consumption: 1, status: 'cancelled' }])[12]?.value).toBe(142)
  })
})

describe('fiscal data', () => {
  test('CFDI: identifiers, both seals and the chain; the time of certification is the zone’s', () => {
    const { fiscal } = mexican
    if (fiscal?.scheme !== 'cfdi-4.0') throw new Error('not a CFDI')
    const fields = Object.fromEntries(fiscal.fields.map(({ label, value }) => [label, value]))
    expect(fields).toMatchObject({
      'Folio fiscal (UUID)': mexicanInvoice.fiscal?.folio,
      'Fecha y hora de certificación': '05/11/2026 09:42',
      'N.º de serie del certificado del emisor': '00001000000509876543',
      'Régimen fiscal (emisor)': '601',
      'Uso del CFDI': 'S01',
    })
    expect(fiscal.seals.map(({ label }) => label)).toEqual(['Sello digital del CFDI', 'Sello digital del SAT'])
    expect(fiscal.originalChain?.value).toBe(mexicanInvoice.fiscal?.originalChain)
  })

  test('CFE: security code, CAE with its range and expiry', () => {
    const { fiscal } = uruguayan
    if (fiscal?.scheme !== 'cfe-uy') throw new Error('not a CFE')
    expect(fiscal.securityCode).toEqual({ label: 'Código de seguridad', value: 'k9X+2f' })
    expect(fiscal.fields.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['e-Factura (111)', 'A 1204417', '90260012345', '1.200.001 a 1.300.000', '31/03/2028']),
    )
  })

  test('what is absent is left out, down to a block with nothing but its address', () => {
    const url = 'https://example.com/?id=1'
    for (const scheme of ['cfdi-4.0', 'cfe-uy'] as const) {
      const { fiscal, parties } = duplicateModel(withInvoice({ fiscal: { scheme, verificationUrl: url } }))
      expect(fiscal).toMatchObject({ scheme, verificationUrl: url })
      expect(fiscal?.fields.every(({ value }) => value !== '')).toBe(true)
      expect(parties.map(({ label }) => label)).toEqual(['Emisor', 'Receptor'])
    }
    expect(duplicateModel(withInvoice({ fiscal: null })).fiscal).toBeNull()
  })
})

test('a reference that had to be changed to be printed is not carried as bars', () => {
  expect(mexican.payment).toEqual({ reference: '004098991700404325030000363900', barcode: true })
  expect(duplicateModel(withInvoice({ paymentReference: 'peña 12' })).payment?.barcode).toBe(false)
  expect(duplicateModel(withInvoice({ paymentReference: '12\u200b34' })).payment).toEqual({ reference: '1234', barcode: false })
  expect(duplicateModel(withInvoice({ paymentReference: undefined })).payment).toBeNull()
})

test('the model is plain JSON', () => {
  expect(JSON.parse(JSON.stringify(mexican))).toEqual(mexican)
})
