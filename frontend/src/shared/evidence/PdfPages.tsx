import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist'
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { useEffect, useRef, useState } from 'react'
import { useText } from '@/shared/text/useText'
import { WaitingLine } from '@/shared/ui/Waiting'

GlobalWorkerOptions.workerSrc = worker

/** How many pages are drawn; the whole file is one click away. */
const mostPages = 10

type State = { pages: number } | 'failed' | undefined

/** A PDF's first pages as pictures: no script of it runs. */
export function PdfPages({ address, name }: { address: string; name: string }) {
  const { t } = useText()
  const place = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<State>()
  useEffect(() => {
    let given = false
    const loading = getDocument({ url: address, enableXfa: false, isEvalSupported: false, disableAutoFetch: true })
    const draw = async () => {
      const pdf = await loading.promise
      for (let number = 1; number <= Math.min(pdf.numPages, mostPages) && !given; number++) {
        const page = await pdf.getPage(number)
        const canvas = document.createElement('canvas')
        const width = place.current?.clientWidth ?? 600
        const viewport = page.getViewport({ scale: (width / page.getViewport({ scale: 1 }).width) * window.devicePixelRatio })
        canvas.width = viewport.width
        canvas.height = viewport.height
        canvas.setAttribute('role', 'img')
        canvas.setAttribute('aria-label', t('file.page', { name, number, of: pdf.numPages }))
        await page.render({ canvas, viewport }).promise
        if (!given) place.current?.append(canvas)
      }
      if (!given) setState({ pages: pdf.numPages })
    }
    draw().catch(() => {
      if (!given) setState('failed')
    })
    return () => {
      given = true
      void loading.destroy()
    }
  }, [address, name, t])
  return (
    <>
      {state === undefined ? <WaitingLine /> : null}
      {state === 'failed' ? <p className="alert alert-error">{t('file.unshown')}</p> : null}
      <div ref={place} className="pdf-pages" />
      {typeof state === 'object' && state.pages > mostPages ? <p className="small soft">{t('file.more')}</p> : null}
    </>
  )
}
