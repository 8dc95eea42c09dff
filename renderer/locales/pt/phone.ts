import type es from '../es-MX/phone.ts'
import type { Words } from '../words.ts'

export default {
  button: 'Levar no celular',
  heading: 'Levar no celular',
  loading: 'Preparando seu documento…',
  code: 'Código QR do seu documento',
  steps: {
    join: 'Conecte seu celular à rede sem fio da agência.',
    joinNamed: 'Conecte seu celular à rede {network}.',
    point: 'Aponte a câmera do seu celular para o código.',
    download: 'Toque em Baixar no seu celular.',
  },
  until: 'Vale até as {time} e enquanto durar sua visita, para um só celular.',
  state: { opened: 'Um celular abriu seu documento.', fetched: 'Enviamos seu documento para o seu celular.', closed: 'O código venceu.' },
  next: {
    opened: 'Toque em Baixar no seu celular. Se não é o seu, toque em Outro código e avise no balcão.',
    fetched: 'Confira se ele abre antes de fechar.',
    closed: 'Peça outro se ainda precisar.',
  },
  again: 'Outro código',
} satisfies Words<typeof es>
