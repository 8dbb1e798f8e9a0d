import type { Problem } from '@/shared/api/wire'
import { Choice } from '@/shared/form/Choice'
import { TextField } from '@/shared/form/Field'
import { fault } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import type { Typed } from '../planned'
import type { SpotchecksPage } from '../wire'
import { PersonField } from './PersonField'

interface Props {
  typed: Typed
  set: (changed: Partial<Typed>) => void
  people: SpotchecksPage['people']
  problem: Problem | undefined
}

/** Where the seed comes from: two people's secrets, or a value that is published later. */
export function SourceFields({ typed, set, people, problem }: Props) {
  const { t } = useText()
  return (
    <>
      <Choice
        label={t('spotcheck.source')}
        value={typed.source}
        error={fault(problem, 'source')}
        options={[
          { value: 'people', label: t('spotcheck.source.people') },
          { value: 'public', label: t('spotcheck.source.public') },
        ]}
        onChange={(source) => set({ source })}
      />
      {typed.source === 'people' ? (
        <>
          <PersonField label={t('spotcheck.one')} people={people} value={typed.one} error={fault(problem, 'people')} onChange={(one) => set({ one })} />
          <PersonField label={t('spotcheck.two')} people={people} value={typed.two} onChange={(two) => set({ two })} />
        </>
      ) : (
        <>
          <TextField label={t('spotcheck.announced')} hint={t('spotcheck.announcedHint')} value={typed.announced} error={fault(problem, 'announced')} onChange={(announced) => set({ announced })} />
          <TextField label={t('spotcheck.at')} type="datetime-local" size="short" value={typed.at} error={fault(problem, 'at')} onChange={(at) => set({ at })} />
        </>
      )}
    </>
  )
}
