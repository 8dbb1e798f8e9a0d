import { memo, useId, useRef } from 'react'
import type { FileProblem } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'
import { lineStart } from '../lines'

interface Props {
  label: string
  value: string
  problems: FileProblem[]
  /** Typing goes on while the last check is of an earlier text. */
  checking: boolean
  onChange: (value: string) => void
}

/** The height of a line, in the sheet's own measure; see _agreement.scss. */
const lineHeight = 20

/** A file with its lines numbered, and what is wrong with it below, line by line. */
export function SourceEditor({ label, value, problems, checking, onChange }: Props) {
  const { t } = useText()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const lines = value.split('\n').length
  const jump = (problem: FileProblem) => {
    const start = lineStart(value, problem.line)
    area.current?.focus({ preventScroll: true })
    area.current?.setSelectionRange(start, lineStart(value, problem.line + 1) - 1)
    scroller.current?.scrollTo({ top: Math.max(0, (problem.line - 4) * lineHeight) })
    scroller.current?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <>
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <div className="source-editor" ref={scroller}>
        <Gutter lines={lines} problems={problems} />
        <textarea
          ref={area}
          id={id}
          value={value}
          rows={lines + 1}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          wrap="off"
          aria-describedby={`${id}-problems`}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <div id={`${id}-problems`} className="source-problems" role="status">
        <p className={problems.some((one) => one.severity === 'error') ? 'late' : 'soft'}>
          {value.trim() === ''
            ? t('editor.empty')
            : checking
              ? t('editor.checking')
              : problems.length === 0
                ? t('editor.good')
                : t('editor.problems', { count: problems.length })}
        </p>
        <ul className="plain">
          {problems.slice(0, 100).map((problem) => (
            <li key={`${String(problem.line)}/${String(problem.column)}/${problem.field}/${problem.wrong}`}>
              <button type="button" className="linklike" onClick={() => jump(problem)}>
                {t('editor.line', { line: problem.line })}
              </button>{' '}
              <code>{problem.field}</code> {problem.severity === 'warning' ? t('editor.warning') : null}{' '}
              {t('editor.wrong', { wrong: problem.wrong, right: problem.right })}
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

const Gutter = memo(function Gutter({ lines, problems }: { lines: number; problems: FileProblem[] }) {
  const wrong = new Map(problems.map((one) => [one.line, one.severity]))
  return (
    <div className="source-gutter" aria-hidden="true">
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={wrong.get(index + 1)}>
          {index + 1}
        </span>
      ))}
    </div>
  )
})
