import type { Problem } from '@/shared/api/wire'
import { Choice } from '@/shared/form/Choice'
import { TextField } from '@/shared/form/Field'
import { fault } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import type { Allocation, Method, Typed } from '../planned'
import type { SpotchecksPage } from '../wire'
import { SelectField } from './SelectField'

interface Props {
  typed: Typed
  set: (changed: Partial<Typed>) => void
  population: NonNullable<SpotchecksPage['population']>
  problem: Problem | undefined
}

const methods: Method[] = ['detection', 'number', 'all']
const allocations: Allocation[] = ['proportional', 'equal', 'given']

/** How many are drawn, and of which groups. */
export function SizeFields({ typed, set, population, problem }: Props) {
  const { t } = useText()
  const all = typed.method === 'all'
  const volume = !all && typed.selection === 'volume'
  return (
    <>
      <Choice label={t('spotcheck.method')} value={typed.method} error={fault(problem, 'method')} options={methods.map((value) => ({ value, label: t(`spotcheck.method.${value}`) }))} onChange={(method) => set({ method })} />
      {all ? null : (
        <Choice
          label={t('spotcheck.selection')}
          hint={population.volume ? undefined : t('spotcheck.selectionNone')}
          value={typed.selection || 'even'}
          error={fault(problem, 'selection')}
          options={(['even', 'volume'] as const).map((value) => ({ value, label: t(`spotcheck.selection.${value}`) }))}
          onChange={(value) => set({ selection: value === 'volume' ? 'volume' : '' })}
        />
      )}
      {all ? null : <TextField label={t('spotcheck.confidence')} suffix="%" size="short" numeric value={typed.confidence} error={fault(problem, 'confidence')} onChange={(confidence) => set({ confidence })} />}
      {typed.method === 'detection' ? <DetectionFields typed={typed} set={set} problem={problem} /> : null}
      {typed.method === 'number' && (volume || !(typed.column && typed.allocation === 'given')) ? (
        <TextField label={t(volume ? 'spotcheck.picks' : 'spotcheck.size')} size="short" numeric value={typed.size} error={fault(problem, 'size')} onChange={(size) => set({ size })} />
      ) : null}
      {volume ? null : <GroupFields typed={typed} set={set} population={population} problem={problem} />}
    </>
  )
}

/** Which groups there are, and how the sample is shared out over them. */
function GroupFields({ typed, set, population, problem }: Props) {
  const { t } = useText()
  const values = population.columns.find(({ name }) => name === typed.column)?.values ?? []
  const columns = population.columns.map(({ name }) => ({ value: name, label: name }))
  const all = typed.method === 'all'
  return (
    <>
      <SelectField
        label={t(all ? 'spotcheck.columnAll' : 'spotcheck.column')}
        hint={columns.length === 0 ? t('spotcheck.columnNone') : undefined}
        error={fault(problem, 'column')}
        value={typed.column}
        options={[{ value: '', label: t(all ? 'spotcheck.choose' : 'spotcheck.noColumn') }, ...columns]}
        onChange={(column) => set({ column, only: '', sizes: {} })}
      />
      {all && typed.column ? (
        <SelectField
          label={t('spotcheck.only')}
          error={fault(problem, 'only')}
          value={typed.only}
          options={[{ value: '', label: t('spotcheck.choose') }, ...values.filter(({ value }) => value).map(({ value, count }) => ({ value, label: t('spotcheck.groupOf', { group: value, count }) }))]}
          onChange={(only) => set({ only })}
        />
      ) : null}
      {!all && typed.column ? (
        <Choice label={t('spotcheck.allocation')} value={typed.allocation} error={fault(problem, 'allocation')} options={allocations.map((value) => ({ value, label: t(`spotcheck.allocation.${value}`) }))} onChange={(allocation) => set({ allocation })} />
      ) : null}
      {!all && typed.column && typed.allocation === 'given' ? (
        <fieldset className="form-group spotcheck-sizes">
          <legend className="form-label">{t('spotcheck.sizes')}</legend>
          {fault(problem, 'shares') ? <span className="form-error-message">{fault(problem, 'shares')}</span> : null}
          {values.map(({ value, count }, i) => (
            <TextField
              key={value}
              label={t('spotcheck.groupOf', { group: value || t('spotcheck.blank'), count })}
              size="short"
              numeric
              value={typed.sizes[value] ?? ''}
              error={fault(problem, `shares[${i}]`)}
              onChange={(size) => set({ sizes: { ...typed.sizes, [value]: size } })}
            />
          ))}
        </fieldset>
      ) : null}
    </>
  )
}

/** What must be detected, by share or by number, and how many deviations are expected. */
function DetectionFields({ typed, set, problem }: Omit<Props, 'population'>) {
  const { t } = useText()
  const volume = typed.selection === 'volume'
  return (
    <>
      {volume ? null : (
        <Choice
          label={t('spotcheck.by')}
          value={typed.by}
          options={[
            { value: 'share', label: t('spotcheck.by.share') },
            { value: 'design', label: t('spotcheck.by.design') },
          ]}
          onChange={(by) => set({ by })}
        />
      )}
      {volume || typed.by === 'share' ? (
        <TextField label={t(volume ? 'spotcheck.shareOfVolume' : 'spotcheck.share')} suffix="%" size="short" numeric value={typed.share} error={fault(problem, 'share') ?? fault(problem, 'design')} onChange={(share) => set({ share })} />
      ) : (
        <TextField label={t('spotcheck.design')} size="short" numeric value={typed.design} error={fault(problem, 'design')} onChange={(design) => set({ design })} />
      )}
      <TextField label={t('spotcheck.accept')} hint={t('spotcheck.acceptHint')} size="short" numeric value={typed.accept} error={fault(problem, 'accept')} onChange={(accept) => set({ accept })} />
    </>
  )
}
