import { lazy, Suspense, useEffect, useState } from 'react'
import type { KeptFile } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'
import { fileAddress } from './api/files'
import { WaitingLine } from '@/shared/ui/Waiting'

const PdfPages = lazy(async () => ({ default: (await import('./PdfPages')).PdfPages }))

/** How much of a text is shown. */
const mostText = 20_000

export function canShow(media: string): boolean {
  return media === 'application/pdf' || media.startsWith('image/') || media.startsWith('text/plain')
}

/** A file's content on our own page, where none of it runs. */
export function Preview({ contract, file, kept }: { contract: string; file: string; kept: KeptFile }) {
  const address = fileAddress(contract, file)
  return (
    <div className="file-preview">
      {kept.media === 'application/pdf' ? (
        <Suspense fallback={<WaitingLine />}>
          <PdfPages address={address} name={kept.name} />
        </Suspense>
      ) : kept.media.startsWith('image/') ? (
        <img src={address} alt={kept.name} loading="lazy" />
      ) : (
        <PlainText address={address} />
      )}
    </div>
  )
}

function PlainText({ address }: { address: string }) {
  const { t } = useText()
  const [text, setText] = useState<string>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const given = new AbortController()
    fetch(address, { signal: given.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(response.statusText)
        setText(await response.text())
      })
      .catch(() => setFailed(!given.signal.aborted))
    return () => given.abort()
  }, [address])
  if (failed) return <p className="alert alert-error">{t('file.unshown')}</p>
  if (text === undefined) return <WaitingLine />
  return (
    <>
      <pre>{text.slice(0, mostText)}</pre>
      {text.length > mostText ? <p className="small soft">{t('file.more')}</p> : null}
    </>
  )
}
