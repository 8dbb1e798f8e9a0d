import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useText } from '@/shared/text/useText'
import { chooseTheme, chosenTheme, themes, type Theme } from '@/shared/ui/theme'

/** Below every page: light or dark, and for whom the pages work. */
export function ThemeChoice() {
  const { t } = useText()
  const id = useId()
  const [theme, setTheme] = useState(chosenTheme)
  const choose = (next: Theme) => {
    chooseTheme(next)
    setTheme(next)
  }
  return (
    <section className="theme screen-only" aria-label={t('theme.title')}>
      <div className="wrap">
        <label htmlFor={id}>{t('theme.title')}</label>{' '}
        <select
          id={id}
          value={theme}
          onChange={({ target }) => choose(themes.find((one) => one === target.value) ?? 'system')}
        >
          {themes.map((one) => (
            <option key={one} value={one}>
              {t(`theme.${one}`)}
            </option>
          ))}
        </select>
        {' · '}
        <Link to="/accessibility">{t('statement.title')}</Link>
      </div>
    </section>
  )
}
