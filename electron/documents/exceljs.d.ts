/** The streaming writer alone: the whole package brings readers of workbooks, which nothing here uses, and their old dependencies. */
declare module 'exceljs/lib/stream/xlsx/workbook-writer.js' {
  import type Excel from 'exceljs'

  /** With what `companyWorkbook.ts` needs of its inside. */
  export default class WorkbookWriter extends Excel.stream.xlsx.WorkbookWriter {
    protected readonly zip: { append(text: string, entry: { name: string }): void }
    protected readonly _worksheets: (Excel.Worksheet | undefined)[]
    addApp(): Promise<void>
  }
}

declare module 'exceljs/lib/xlsx/xform/core/app-xform.js' {
  import type Excel from 'exceljs'

  export default class AppXform {
    toXml(model: { worksheets: Excel.Worksheet[]; company: string }): string
  }
}
