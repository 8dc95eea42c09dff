import { readFileSync } from 'node:fs'
import { code128, qrCode } from '../../electron/documents/barcodes.ts'
import type { DuplicateModel } from '../../electron/documents/duplicate/duplicateModel.ts'

type Pair = { label: string; value: string }

const escape = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`)
const pairs = (list: readonly Pair[]): string => list.map(({ label, value }) => `<p>${escape(label)}: <b>${escape(value)}</b></p>`).join('')
const face = (file: string, weight: number): string =>
  `@font-face { font-family: Paper; font-weight: ${weight}; src: url(data:font/ttf;base64,${readFileSync(file).toString('base64')}) }`

/** The head of the page, loaded once: fonts and rules, as a program that printed by Chromium would keep them. */
export const htmlHead = (fonts: { regular: string; bold: string }): string => `<style>
${face(fonts.regular, 400)} ${face(fonts.bold, 700)}
@page { size: letter; margin: 24pt 40pt } body { font: 9pt Paper; color: #14202b; margin: 0 } p { margin: 0 }
.row { display: flex; gap: 16pt } .row > * { flex: 1 } h2 { font-size: 10.5pt; color: #07505a; margin: 9pt 0 2pt } .big { background: #07505a; color: #fff; padding: 9pt 16pt }
.big b { font-size: 32pt; display: block } table { width: 100%; border-collapse: collapse } td { border-bottom: .5pt solid #b4bec0; text-align: right } td:first-child { text-align: left }
.chart { display: flex; align-items: end; height: 80pt } .chart div { flex: 1; text-align: center; font-size: 6.8pt } .chart i { display: block; background: #9dbab7; margin: 0 3pt }
small { font-size: 5.4pt; overflow-wrap: anywhere } .mark { border: 1.4pt solid #07505a; text-align: center }
</style><body></body>`

/** The same page as HTML, for Chromium to print. */
export function htmlBody(model: DuplicateModel): string {
  const { fiscal, amount } = model
  if (fiscal?.scheme !== 'cfdi-4.0') throw new Error('the baseline draws a CFDI')
  const highest = Math.max(...model.consumption.months.map(({ value }) => value ?? 0))
  const bars = model.consumption.months.map(
    ({ text, value, month, year }) => `<div>${text}<i style="height:${((value ?? 0) / highest) * 50}pt"></i>${month} ${year}</div>`,
  )
  const rows = model.charges.rows.map((row) => `<tr><td>${escape(row.description)}<td>${escape(row.quantity)}<td>${row.unitPrice}<td>${row.amount}`)
  const readings = model.readings.rows.map(({ label, reading }) => `<tr><td>${label}<td>${reading?.date}<td>${reading?.value}<td>${reading?.kind}`)
  return `<div class=row><div><h1>${escape(model.issuer.brand)}</h1>${escape(model.issuer.legalName)}<br>${escape(model.issuer.address)}</div>
<div class=mark>DUPLICADO<br>${escape(model.copy)}</div></div><hr>
<div class=row><div><h2>${escape(model.holder)}</h2>${model.supplyAddress.map(escape).join('<br>')}</div>
<div class=big>${amount.label}<b>${amount.text}</b>${amount.due?.label}<br>${amount.due?.value}</div></div>
<div class=row>${model.facts.map((fact) => `<div>${pairs([fact])}</div>`).join('')}</div>
<div class=row><div><h2>Sus lecturas</h2><table>${readings.join('')}</table>${pairs(model.readings.measures)}</div>
<div><h2>${model.consumption.title}</h2><div class=chart>${bars.join('')}</div></div></div>
<h2>Cómo se calculó</h2><table>${rows.join('')}</table>${pairs([...model.charges.sums, model.charges.total])}
<h2>Referencia de pago</h2>${barsSvg(model.payment?.reference ?? '')}<p>${model.payment?.reference}</p>
<div class=row>${qrSvg(fiscal.verificationUrl)}<div><h2>${fiscal.title}</h2>${pairs(fiscal.fields)}${fiscal.verifyAt}</div></div>
<small>${pairs(fiscal.seals)}${pairs(fiscal.originalChain ? [fiscal.originalChain] : [])}</small>
<hr>${pairs(model.parties)}<p>Hoja 1 de 1</p>`
}

function barsSvg(reference: string): string {
  let x = 10
  const path = (code128(reference) ?? []).map((width, index) => {
    const bar = index % 2 === 0 ? `M${x} 0h${width}v35h-${width}z` : ''
    x += width
    return bar
  })
  return `<svg width="${x}pt" height="35pt" viewBox="0 0 ${x} 35" preserveAspectRatio="none"><path d="${path.join('')}"/></svg>`
}

function qrSvg(url: string): string {
  const matrix = qrCode(url)
  const size = matrix?.size ?? 0
  const cells = Array.from({ length: size * size }, (_, index) => {
    const [column, row] = [index % size, Math.floor(index / size)]
    return matrix?.dark(column, row) ? `M${column} ${row}h1v1h-1z` : ''
  })
  return `<svg width="79.4pt" height="79.4pt" style="flex:none" viewBox="0 0 ${size} ${size}"><path d="${cells.join('')}"/></svg>`
}
