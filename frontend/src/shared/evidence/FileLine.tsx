import { useState } from 'react'
import type { KeptFile } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import { fileAddress } from './api/files'
import { canShow, Preview } from './Preview'
import { fileSize } from './size'

interface Props {
  contract: string
  file: string
  title: string
  /** What is known of the file; undefined while that is fetched. */
  kept: KeptFile | undefined
  /** Who added it is said too. */
  who?: boolean
}

/** A file behind a fact: to be saved, and looked at where we can show it. */
export function FileLine({ contract, file, title, kept, who = false }: Props) {
  const { t, language } = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <a href={fileAddress(contract, file)} download>
        {title}
      </a>
      {kept ? (
        <span className="soft">
          {' '}
          {fileSize(kept.size, language)} · {t('file.speaksOf', { day: longDay(kept.fact.day, language) })}
          {who ? ` · ${t('file.by', { who: kept.fact.actor.name })}` : null}
        </span>
      ) : null}{' '}
      {kept && canShow(kept.media) ? (
        <button type="button" className="linklike" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('file.hide') : t('file.show')}
        </button>
      ) : null}
      {open && kept ? <Preview contract={contract} file={file} kept={kept} /> : null}
    </>
  )
}
