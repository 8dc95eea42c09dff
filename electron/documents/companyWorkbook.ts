import type Excel from 'exceljs'
import WorkbookWriter from 'exceljs/lib/stream/xlsx/workbook-writer.js'
import AppXform from 'exceljs/lib/xlsx/xform/core/app-xform.js'

/** exceljs 4.4.0 writes `company` among a workbook's properties, but not when it streams. */
export class CompanyWorkbook extends WorkbookWriter {
  override addApp(): Promise<void> {
    const worksheets = this._worksheets.filter((sheet): sheet is Excel.Worksheet => sheet !== undefined)
    this.zip.append(new AppXform().toXml({ worksheets, company: this.company }), { name: 'docProps/app.xml' })
    return Promise.resolve()
  }
}
