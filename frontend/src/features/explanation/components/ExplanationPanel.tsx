import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useText } from '@/shared/text/useText'
import { Readings } from '@/shared/ui/Readings'
import { Trouble } from '@/shared/ui/Trouble'
import { useEscape } from '@/shared/ui/useEscape'
import { Waiting } from '@/shared/ui/Waiting'
import { explanationQuery } from '../api'
import { ExplanationNode } from './ExplanationNode'

interface Props {
  contract: string
  figure: string
  asOf: string | undefined
}

/** Why a figure is what it is, beside the page it stands on. */
export function ExplanationPanel({ contract, figure, asOf }: Props) {
  const { t } = useText()
  const { data, error, refetch } = useQuery(explanationQuery(contract, figure, asOf))
  const panel = useRef<HTMLElement>(null)
  const navigate = useNavigate()
  useEffect(() => panel.current?.focus({ preventScroll: true }), [figure])

  function close() {
    void navigate({
      to: '.',
      search: (previous) => ({ ...previous, explain: undefined }),
      resetScroll: false,
    }).then(() => document.querySelector<HTMLElement>(`[data-figure="${CSS.escape(figure)}"]`)?.focus())
  }

  useEscape(panel, close)

  const facts = new Map(data?.facts.map((fact) => [fact.id, fact]))
  return (
    <aside
      className="panel"
      aria-labelledby="explanation-title"
      ref={panel}
      tabIndex={-1}
    >
      <div className="panel-head">
        <h2 id="explanation-title">{t('explain.title')}</h2>
        <button type="button" className="linklike" onClick={close}>
          {t('explain.close')}
        </button>
      </div>
      {data ? (
        <>
          <ExplanationNode node={data.explanation} facts={facts} today={data.asOf.day} depth={0} />
          <Readings readings={data.readings} />
          {figure === 'total' ? null : (
            <p>
              <Link to="." search={(previous) => ({ ...previous, explain: 'total' })} resetScroll={false}>
                {t('explain.toTotal')}
              </Link>
            </p>
          )}
        </>
      ) : error ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : (
        <Waiting />
      )}
    </aside>
  )
}
