import { Link } from '@tanstack/react-router'
import { longDay } from '@/shared/format/day'
import { formatRat } from '@/shared/format/rat'
import { useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import type { CasesQuality } from '../wire'
import { listPlace } from '../search'

/** Every check with its rule and what it found; what it found leads to the cases. */
export function FindingTable({ page }: { page: CasesQuality }) {
  const { t, language } = useText()
  const contract = useContractId()
  const number = (n: number) => formatRat(String(n), language)
  const rule = (finding: CasesQuality['findings'][number]['finding']) => {
    if (finding === 'outlier') {
      const { fence, least } = page
      return fence
        ? t('cases.findingRule.outlier', { bound: number(fence.bound), p25: number(fence.p25), p75: number(fence.p75) })
        : t('cases.findingRule.outlierFew', { least })
    }
    return t(`cases.findingRule.${finding}`, { years: page.years, extract: longDay(page.newest?.day ?? '', language) })
  }
  return (
    <table className="rows">
      <caption className="sr-only">{t('cases.checks')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('cases.check')}</th>
          <th scope="col" className="number">
            {t('cases.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {page.findings.map(({ finding, cases }) => (
          <tr key={finding}>
            <th scope="row">
              {t(`cases.finding.${finding}`)}
              <span className="why">{rule(finding)}</span>
            </th>
            <td className="number">
              {cases > 0 ? (
                <Link
                  to="/c/$contract/goals/$goal/cases/$requirement"
                  params={{ contract, goal: page.goal, requirement: page.requirement }}
                  search={{ finding, ...(finding === 'alike' ? { sort: 'received' as const } : {}) }}
                  hash={listPlace}
                >
                  {number(cases)}
                  <span className="sr-only"> {t(`cases.finding.${finding}`)}</span>
                </Link>
              ) : finding === 'outlier' && page.fence === null ? (
                '–'
              ) : (
                t('cases.noFinding')
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
