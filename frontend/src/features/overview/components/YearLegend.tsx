import { useText } from '@/shared/text/useText'
import { Stripes, useStripes } from '@/shared/ui/Stripes'

/** What the year's lines and surfaces mean. */
export function YearLegend({ ahead }: { ahead: boolean }) {
  const { t } = useText()
  const stripes = useStripes()
  return (
    <ul className="plain plot-legend" aria-hidden="true">
      <li>
        <svg width="26" height="12">
          <path className="plan-line" d="M0 6H26" />
        </svg>
        {t('yearPlot.legendObtained')}
      </li>
      <li>
        <svg width="26" height="12">
          <defs>
            <Stripes id={stripes.id} size={6} />
          </defs>
          <rect width="26" height="12" fill={stripes.fill} />
        </svg>
        {t('yearPlot.legendOpen')}
      </li>
      {ahead ? (
        <>
          <li>
            <svg width="26" height="12">
              <path className="plan-line ahead" d="M0 6H26" />
            </svg>
            {t('yearPlot.legendAhead')}
          </li>
          <li>
            <svg width="26" height="12">
              <path className="plan-line most" d="M0 6H26" />
            </svg>
            {t('yearPlot.legendMost')}
          </li>
          <li>
            <svg width="26" height="12">
              <rect className="plan-reach" width="26" height="12" />
            </svg>
            {t('yearPlot.legendReach')}
          </li>
        </>
      ) : null}
    </ul>
  )
}
