import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import type { Account, Movement } from '../../../shared/utility-api/generated/types.gen.ts'
import { montevideo, monterrey } from '../../fixtures/documents/documentSamples.ts'
import { recordsWorld } from '../../fixtures/documents/recordsWorld.ts'
import { formulasOf, partOf, sheetsOf } from '../../fixtures/documents/spreadsheet.ts'
import { aMovement, mexicanStatement, uruguayanStatement } from '../../fixtures/documents/statements.ts'
import { run } from '../../fixtures/tools.ts'

const MANY = 50_000
const big = { ...mexicanStatement.account, id: 'acc-big', number: '77', balance: 0 }
const odd: Account = {
  ...mexicanStatement.account,
  id: 'acc-odd',
  holder: { kind: 'company', companyName: '=cmd|calc & <Hijos> 😀 مرحبا', documentType: 'RFC', documentNumber: 'X' },
  balance: -1_000_000_000,
}
const hostile = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '=HYPERLINK("http://x","y")',
  '<b>&amp;</b>',
  '😀 مرحبا \u202e',
  'x'.repeat(120),
  'a\u0000\u0007b',
  ' =1',
]

const ofHostile = hostile.map((description, index): Movement => {
  const amount = index === 0 ? 0 : -100_000_000 * index
  return aMovement({ id: `odd-${String(index).padStart(2, '0')}`, accountId: odd.id, postedOn: '2026-10-01', description, documentNumber: description, amount })
})
/** Each with what a reader of another make finds in its cell. */
const strange: [given: string, found: string][] = [
  ['W'.repeat(20_000), 'W'.repeat(20_000)],
  ['half \ud83d of a sign', 'half \ufffd of a sign'],
  ['one\r\ntwo\u2028three\vfour\u0085five', 'one  two three four five'],
  ['a;b,c "d" \'e\' |f|', 'a;b,c "d" \'e\' |f|'],
  ['a\u0000b\u001b[2Jc\u009bd', 'a b [2Jc d'],
  ['\u202etxt.exe\u2066', 'txt.exe'],
  ["=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"],
  ['\u200e=1+1', '=1+1'],
  ['\uff1d1+1', '\uff1d1+1'],
  ['00123', '00123'],
  ['1e5', '1e5'],
]
const stranger: Account = { ...mexicanStatement.account, id: 'acc-strange', balance: 0 }
const ofStrange = strange.map(([description], index) =>
  aMovement({ id: `strange-${String(index).padStart(2, '0')}`, accountId: stranger.id, postedOn: '2026-10-01', description, amount: 100 }),
)
const many = Array.from({ length: MANY }, (_, index) =>
  aMovement({ id: `big-${String(index).padStart(6, '0')}`, accountId: big.id, postedOn: '2026-06-15', amount: index % 2 === 0 ? 123_457 + index : -98_765 }),
)
/** A workbook's readers take `_x0041_` for an escaped A; dates before March of 1900 are counted by Excel with a day that never was. */
const awkward: Account = { ...mexicanStatement.account, id: 'acc-awkward', balance: 100 }
const awkwardMovement = aMovement({ id: 'awkward', accountId: awkward.id, postedOn: '1899-12-31', amount: 100, description: 'a_x0041_x0042_b _x00e9_' })
/** The same ids in another account. */
const uruguayan = uruguayanStatement.movements.map((movement) => ({ ...movement, id: `uy-${movement.id}` }))

const world = recordsWorld({
  zones: [monterrey, montevideo],
  accounts: [
    mexicanStatement.account,
    uruguayanStatement.account,
    awkward,
    stranger,
    { ...big, balance: many.reduce((sum, { amount }) => sum + amount, 0) },
    odd,
  ],
  movements: [...mexicanStatement.movements, ...uruguayan, ...many, ...ofHostile, ...ofStrange, awkwardMovement],
})
const year = { from: '2025-11-22', to: '2026-11-21' }
const createdAt = Date.UTC(2026, 10, 21, 16, 30)

afterAll(() => world.dispose())

async function make(accountId: string, format: 'xlsx' | 'csv', range = year): Promise<string> {
  return world.keep(`${accountId}-${range.from}.${format}`, await world.records.statementFile({ accountId, ...range, format, createdAt }))
}

/** What the sqlite3 CLI adds up, in major units. */
function sums(accountId: string): { charges: number; payments: number } {
  const sql = `SELECT sum(max(data ->> 'amount', 0)) / 100.0, -sum(min(data ->> 'amount', 0)) / 100.0 FROM movement
    WHERE account_id = '${accountId}' AND posted_on BETWEEN '${year.from}' AND '${year.to}'`
  const [charges, payments] = run('sqlite3', world.db.name, sql).trim().split('|').map(Number)
  return { charges: charges ?? Number.NaN, payments: payments ?? Number.NaN }
}

/** Spreadsheets calculate in binary fractions. */
const cents = (value: number | string | undefined): number => Math.round(Number(value) * 100) / 100

const added = (rows: string[][], column: number): number => cents(rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0))

describe('the workbook of a year', async () => {
  const file = await make(mexicanStatement.account.id, 'xlsx')
  const [movements = [], summary = []] = sheetsOf(file)
  const sheet = partOf(file, 'xl/worksheets/sheet1.xml')

  test('holds the movements on its first sheet, between opening balance and totals', () => {
    expect(movements[0]).toEqual(['Fecha', 'Tipo', 'Concepto', 'Documento', 'Cargos', 'Abonos', 'Saldo'])
    expect(movements[1]).toEqual(['2025/11/22', '', 'Saldo inicial', '', '', '', '0'])
    expect(movements[2]).toEqual(['2025/12/05', 'Factura', 'Factura DE 4043 2492', 'DE 4043 2492', '1903.69', '', '1903.69'])
    expect(movements).toHaveLength(2 + 24 + 1)
  })

  test('adds up to what the database holds, column by column and in its formulas calculated anew', () => {
    const { charges, payments } = sums(mexicanStatement.account.id)
    const rows = movements.slice(2, -1)
    expect([added(rows, 4), added(rows, 5)]).toEqual([charges, payments])
    expect(movements.at(-1)?.slice(4).map(cents)).toEqual([charges, payments, 1833.28])
    expect(summary.slice(5).map(([label, value]) => [label, cents(value)])).toEqual([
      ['Saldo inicial', 0],
      ['Cargos', charges],
      ['Pagos y abonos', payments],
      ['Saldo final', 1833.28],
    ])
  })

  test('keeps the sums as formulas with their values', () => {
    expect(sheet).toContain('<f>SUM(E2:E26)</f><v>27170.82</v>')
    expect(sheet).toContain('<f>SUM(F2:F26)</f><v>25337.54</v>')
    expect(sheet).toContain('<f>G2+E27-F27</f><v>1833.28</v>')
  })

  test('has real dates, the money of the zone, a heading that stays and a filter', () => {
    // The 5th of December 2025 is day 45,996 of spreadsheets.
    expect(sheet).toMatch(/<c r="A3" s="\d+"><v>45996<\/v>/)
    expect(partOf(file, 'xl/styles.xml')).toContain('formatCode="[$$-80A]#,##0.00;-[$$-80A]#,##0.00"')
    expect(partOf(file, 'xl/styles.xml')).toContain('formatCode="dd/mm/yyyy"')
    expect(sheet).toMatch(/<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"\/>/)
    expect(sheet).toContain('<autoFilter ref="A1:G26"/>')
  })

  test('prints on letter, as wide as the sheet, with the heading on each and n/N', () => {
    expect(sheet).toMatch(/<pageSetup paperSize="1" orientation="portrait"[^>]* fitToWidth="1" fitToHeight="0"\/>/)
    expect(sheet).toContain('<oddFooter>&amp;C&amp;P/&amp;N</oddFooter>')
    expect(partOf(file, 'xl/workbook.xml')).toContain('name="_xlnm.Print_Titles" localSheetId="0">&apos;Movimientos&apos;!$1:$1<')
  })

  test('says what it is and when it was made', () => {
    const core = partOf(file, 'docProps/core.xml')
    expect(core).toContain('<dc:title>Estado de cuenta 40989917-7</dc:title>')
    expect(core).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2026-11-21T16:30:00Z</dcterms:created>')
  })

  test('is XML in every part that another parser reads', () => {
    for (const part of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml', 'xl/workbook.xml', 'xl/styles.xml', 'docProps/core.xml']) {
      expect(run('xmllint', '--noout', world.keep('part.xml', Buffer.from(partOf(file, part))))).toBe('')
    }
  })
})

test('the workbook of Uruguay prints on A4 and writes its own money', async () => {
  const file = await make(uruguayanStatement.account.id, 'xlsx')
  expect(partOf(file, 'xl/styles.xml')).toContain('formatCode="[$$-380A]\\ #,##0.00;-[$$-380A]\\ #,##0.00"')
  expect(partOf(file, 'xl/worksheets/sheet1.xml')).toContain('<pageSetup paperSize="9"')
  expect(sheetsOf(file)[0]?.[0]).toContain('Créditos')
})

test('50,000 movements are all there and add up', async () => {
  const [rows = []] = sheetsOf(await make(big.id, 'xlsx'))
  const { charges, payments } = sums(big.id)
  expect(rows).toHaveLength(MANY + 3)
  const closing = cents(charges - payments)
  expect(rows.at(-1)?.slice(4).map(cents)).toEqual([charges, payments, closing])
  expect(cents(rows.at(-2)?.[6])).toBe(closing)
  const csv = readFileSync(await make(big.id, 'csv'), 'utf8')
  expect(csv.split('\r\n')).toHaveLength(MANY + 3)
  expect(csv.slice(-60)).toMatch(`,,987.65,${closing.toFixed(2)}\r\n`)
})

describe('S04 names and amounts that nobody expects', () => {
  test('stand in the workbook as text, and calculate nothing', async () => {
    const file = await make(odd.id, 'xlsx')
    const [rows = [], summary = []] = sheetsOf(file)
    const texts = rows.slice(2, -1).map((row) => row[2])
    expect(texts).toEqual([...hostile.slice(0, 4), '=1+1', ...hostile.slice(5, 7), '😀 مرحبا', 'x'.repeat(120), 'a  b', '=1'])
    expect(formulasOf(file)).toHaveLength(3 + 4)
    expect(summary).toContainEqual(['Titular', '=cmd|calc & <Hijos> 😀 مرحبا'])
    expect(rows.at(-1)?.slice(4)).toEqual(['0', '55000000', '-10000000'])
  })

  test('open from the CSV without a formula', async () => {
    const file = await make(odd.id, 'csv')
    expect(formulasOf(file)).toEqual([])
    const [rows = []] = sheetsOf(file)
    expect(rows).toHaveLength(2 + hostile.length)
    expect(rows.every((row) => row.length === 7)).toBe(true)
  })

  test('without end, with half signs, ends of lines and separators lose nothing, are turned round by nothing and shift no cell', async () => {
    const found = strange.map(([, text]) => text)
    const workbook = await make(stranger.id, 'xlsx')
    expect(
      sheetsOf(workbook)[0]
        ?.slice(2, -1)
        .map((row) => row[2]),
    ).toEqual(found)
    expect(formulasOf(workbook)).toHaveLength(3 + 4)
    expect(run('xmllint', '--noout', world.keep('strange.xml', Buffer.from(partOf(workbook, 'xl/worksheets/sheet1.xml'))))).toBe('')
    const csv = await make(stranger.id, 'csv')
    const [rows = []] = sheetsOf(csv)
    // CSV has no types: to its readers the last two are figures.
    expect(rows.slice(2, -2).map((row) => row[2])).toEqual(found.slice(0, -2))
    expect(rows.every((row) => row.length === 7)).toBe(true)
    expect(formulasOf(csv)).toEqual([])
  })
})

test('a range without movements says so in the workbook and in the CSV', async () => {
  const range = { from: '2026-11-20', to: '2026-11-21' }
  const [rows = []] = sheetsOf(await make(mexicanStatement.account.id, 'xlsx', range))
  expect(rows.slice(1)).toEqual([
    ['2026/11/20', '', 'Saldo inicial', '', '', '', '1833.28'],
    ['2026/11/21', '', 'No hay movimientos en este periodo.', '', '', '', '1833.28'],
    ['2026/11/21', '', 'Totales', '', '0', '0', '1833.28'],
  ])
  expect(readFileSync(await make(mexicanStatement.account.id, 'csv', range), 'utf8')).toBe(
    '\ufeffFecha,Tipo,Concepto,Documento,Cargos,Abonos,Saldo\r\n' +
      '2026-11-20,,Saldo inicial,,,,1833.28\r\n2026-11-21,,No hay movimientos en este periodo.,,,,1833.28\r\n',
  )
})

test('the CSV has the rows of the workbook, in the way of each country', async () => {
  const lines = readFileSync(await make(mexicanStatement.account.id, 'csv'), 'utf8').split('\r\n')
  expect(lines[2]).toBe('2025-12-05,Factura,Factura DE 4043 2492,DE 4043 2492,1903.69,,1903.69')
  expect(lines.at(-2)).toBe('2026-11-05,Factura,Factura DE 4043 2503,DE 4043 2503,1874.78,,1833.28')
  const uruguay = readFileSync(await make(uruguayanStatement.account.id, 'csv'), 'utf8').split('\r\n')
  expect(uruguay[2]).toBe('2025-12-05;Factura;Factura DE 4043 2492;DE 4043 2492;1903,69;;1903,69')
})

/** As readers of ECMA-376's `ST_Xstring` do; gnumeric does not. */
const unescaped = (xml: string): string => xml.replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

test('text that looks escaped, dates of old and the company come through', async () => {
  const file = await make(awkward.id, 'xlsx', { from: '1899-01-01', to: '1900-03-02' })
  expect(unescaped(partOf(file, 'xl/worksheets/sheet1.xml'))).toContain(`>${awkwardMovement.description}<`)
  expect(sheetsOf(file)[0]?.map(([date]) => date)).toEqual(['Fecha', '01/01/1899', '31/12/1899', '1900/03/02'])
  expect(partOf(file, 'docProps/app.xml')).toContain(`<Company>${monterrey.issuer.legalName}</Company>`)
})
