import { useEffect } from 'react'
import type { Option } from '../options'
import { Pieces } from './Pieces'

interface Props {
  id: string
  options: Option[]
  chosen: string | undefined
  onChoose: (option: Option) => void
}

/** The lines under their headings; the keyboard stays in the field above. */
export function PaletteList({ id, options, chosen, onChoose }: Props) {
  useEffect(() => {
    if (chosen !== undefined) document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, chosen])
  const groups = [...new Set(options.map((option) => option.group))]
  return (
    <div role="listbox" id={id} className="palette-list" tabIndex={-1}>
      {groups.map((group, index) => (
        <div key={group} role="group" aria-labelledby={`${id}-group-${index}`}>
          <div id={`${id}-group-${index}`} role="presentation" className="palette-group">
            {group}
          </div>
          {options
            .filter((option) => option.group === group)
            .map((option) => (
              // The field above has the keyboard; the pointer is a second way.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={option.id}
                id={`${id}-${option.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={option.id === chosen}
                className="palette-option"
                onClick={() => onChoose(option)}
              >
                <span>
                  <Pieces pieces={option.title} />
                </span>
                {option.detail === '' ? null : <span className="why">{option.detail}</span>}
              </div>
            ))}
        </div>
      ))}
    </div>
  )
}
