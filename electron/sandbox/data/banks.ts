import type { Bank } from '../../../shared/utility-api/generated/types.gen.ts'

const gas = ['zona-monterrey', 'zona-nuevo-laredo', 'zona-bajio-sur', 'zona-bajio-norte']
const mexico = [...gas, 'zona-queretaro']
const uruguay = ['zona-montevideo']

/** An invented global location number of who invoices: GS1-128 says it beside a payment slip's reference. */
const GLN = '7504000000006'

/** Where invoices can be paid. The agreement numbers are invented; how a reference is made differs by bank, as it really does. */
export const banks: readonly Bank[] = [
  {
    id: 'banco-banamex',
    name: 'Banamex',
    zoneIds: mexico,
    online: true,
    kind: 'bank',
    agreementNumber: '900134',
    slip: { symbology: 'code128', algorithm: 'base97', baseYear: 2014, includes: ['reference', 'amount', 'dueOn'] },
  },
  {
    id: 'banco-bbva',
    name: 'BBVA',
    zoneIds: mexico,
    online: true,
    kind: 'bank',
    agreementNumber: '0990217',
    slip: { symbology: 'code128', algorithm: 'base97', baseYear: 2013, includes: ['reference', 'amount', 'dueOn'] },
  },
  {
    id: 'banco-banorte',
    name: 'Banorte',
    zoneIds: mexico,
    online: true,
    kind: 'bank',
    agreementNumber: '009912',
    slip: { symbology: 'gs1-128', algorithm: 'base10', prefix: GLN, includes: ['reference', 'amount'] },
  },
  {
    id: 'banco-hsbc',
    name: 'HSBC',
    zoneIds: gas,
    online: false,
    kind: 'bank',
    agreementNumber: '7719',
    slip: { symbology: 'itf', algorithm: 'none', includes: ['reference'] },
  },
  {
    id: 'tienda-oxxo',
    name: 'OXXO',
    zoneIds: mexico,
    online: false,
    kind: 'store',
    agreementNumber: null,
    slip: { symbology: 'code128', algorithm: 'base10', prefix: '20', includes: ['reference'] },
  },
  { id: 'banco-brou', name: 'BROU', zoneIds: uruguay, online: true, kind: 'bank', agreementNumber: '5512' },
  {
    id: 'red-abitab',
    name: 'Abitab',
    zoneIds: uruguay,
    online: false,
    kind: 'network',
    agreementNumber: '1188',
    slip: { symbology: 'code128', algorithm: 'base10', prefix: '118', includes: ['reference', 'amount'] },
  },
]
