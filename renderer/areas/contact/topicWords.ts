import { mdiCommentQuestionOutline, mdiEmailOutline, mdiLightbulbOnOutline, mdiTrendingUp, mdiStarOutline } from '@mdi/js'
import { useI18n } from 'vue-i18n'
import type { ContactTopic } from '../../../shared/contract/contact.ts'

const icons = {
  query: mdiCommentQuestionOutline,
  highConsumption: mdiTrendingUp,
  suggestion: mdiLightbulbOnOutline,
  opinion: mdiStarOutline,
}

/** A kind of message by its name in the language of the person; where the utility has several of one kind, or another, by its own. */
export function useTopicWords(choices: () => readonly ContactTopic[]) {
  const { t } = useI18n()
  const isOnly = ({ form }: ContactTopic): boolean => choices().filter((other) => other.form === form).length === 1
  return {
    nameOf: (topic: ContactTopic): string => (topic.form && isOnly(topic) ? t(`contact.forms.${topic.form}.name`) : topic.name),
    noteOf: (topic: ContactTopic): string => (topic.form && isOnly(topic) ? t(`contact.forms.${topic.form}.note`) : ''),
    iconOf: ({ form }: ContactTopic): string => (form ? icons[form] : mdiEmailOutline),
  }
}
