import { useText } from '@/shared/text/useText'

/** One place where a file is wrong. */
export interface FileFault {
  /** The cell, the row's number, or nothing for the whole file. */
  cell: string
  header: string
  message: string
}

/** What is wrong with the file, by its cells. */
export function FaultTable({ faults, count }: { faults: FileFault[]; count: number }) {
  const { t } = useText()
  return (
    <>
      <table className="rows stacked">
        <caption className="sr-only">{t('file.faults', { count })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('file.cell')}</th>
            <th scope="col">{t('file.column')}</th>
            <th scope="col">{t('file.wrong')}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault) => (
            <tr key={`${fault.cell} ${fault.message}`}>
              <th scope="row">{fault.cell === '' ? t('file.whole') : fault.cell}</th>
              <td>{fault.header}</td>
              <td>{fault.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > faults.length ? <p className="soft">{t('file.moreFaults', { count: count - faults.length })}</p> : null}
    </>
  )
}
