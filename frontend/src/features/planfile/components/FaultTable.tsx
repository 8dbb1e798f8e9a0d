import { useText } from '@/shared/text/useText'
import type { FileFault } from '../api'

/** What is wrong with the file, by its cells. */
export function FaultTable({ faults, count }: { faults: FileFault[]; count: number }) {
  const { t } = useText()
  return (
    <>
      <table className="rows stacked">
        <caption className="sr-only">{t('planfile.sort.faults', { count })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('planfile.cell')}</th>
            <th scope="col">{t('planfile.column')}</th>
            <th scope="col">{t('planfile.wrong')}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault) => (
            <tr key={`${fault.cell} ${fault.message}`}>
              <th scope="row">{fault.cell === '' ? t('planfile.whole') : fault.cell}</th>
              <td>{fault.header}</td>
              <td>{fault.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > faults.length ? <p className="soft">{t('planfile.moreFaults', { count: count - faults.length })}</p> : null}
    </>
  )
}
