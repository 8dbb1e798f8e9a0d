import { Link } from '@tanstack/react-router'
import { useText } from '@/shared/text/useText'
import { BrandMark } from '@/shared/ui/BrandMark'
import { LanguageSwitch } from '@/shared/ui/LanguageSwitch'

/** Above what is read without a login: whose page it is, and in which language. */
export function OutsideBar() {
  const { t } = useText()
  return (
    <header className="top">
      <div className="wrap">
        <Link to="/" className="mark">
          <BrandMark />
          {t('app.name')}
        </Link>
        <span className="menu" />
        <span className="me">
          <LanguageSwitch />
        </span>
      </div>
    </header>
  )
}
