import { useMutation } from '@tanstack/react-query'
import { fileOf } from '@/shared/api/client'
import { useText } from '@/shared/text/useText'
import { save } from '@/shared/ui/plot/save'

export type Format = 'xlsx' | 'csv'

interface Props {
  /** Asks the server for the list as it is narrowed and ordered, as a file. */
  ask: (format: Format) => Promise<{ data?: unknown; error?: unknown; response: Response }>
}

/** The whole list as it is narrowed, as a workbook or as text, in the language of the page. */
export function ExportLinks({ ask }: Props) {
  const { t } = useText()
  const taking = useMutation({
    mutationFn: async (format: Format) => {
      const { blob, name } = await fileOf(ask(format))
      save(blob, name)
    },
  })
  return (
    <span className="exports">
      {t('list.export')}
      <button type="button" className="linklike" disabled={taking.isPending} onClick={() => taking.mutate('xlsx')}>
        {t('list.xlsx')}
      </button>
      <button type="button" className="linklike" disabled={taking.isPending} onClick={() => taking.mutate('csv')}>
        {t('list.csv')}
      </button>
      {taking.error ? <span role="alert">{t('list.exportFailed', { why: taking.error.message })}</span> : null}
    </span>
  )
}
