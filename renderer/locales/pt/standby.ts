import type es from '../es-MX/standby.ts'
import type { Words } from '../words.ts'

export default {
  meanwhile: 'Enquanto isso',
  counter: { name: 'Vá ao balcão', detail: 'Lá ajudam com a sua fatura, os seus pagamentos e as suas reclamações.' },
  emergency: 'Emergências',
  outOfService: {
    heading: 'Quiosque fora de serviço',
    lead: 'Por enquanto não podemos atender nesta tela. Pedimos desculpas.',
    back: { name: 'Volta sozinho', detail: 'Esta tela abre de novo assim que o serviço voltar.' },
  },
  first: {
    connectingLead: 'Este guichê está recebendo os seus dados pela primeira vez. Começa a atender sozinho, assim que chegarem.',
    offline: 'Este guichê espera a sua primeira conexão',
    offlineLead: 'Estamos preparando os dados, mas ainda não há conexão com a empresa, e sem ela não podemos mostrar a sua conta.',
    alone: { name: 'Começa sozinho', detail: 'Tentamos sem parar. Não é preciso tocar em nada.' },
    staff: 'Para os funcionários',
    staffChecks: 'Verifique o cabo ou o Wi-Fi deste equipamento, se outros equipamentos da agência têm internet, e a data e a hora.',
  },
  received: '1 dado recebido | {count} dados recebidos',
} satisfies Words<typeof es>
