import { useMemo, useState } from 'react'
import { Field } from '@/shared/form/Field'
import { useText } from '@/shared/text/useText'
import { questionName } from '../groups'
import type { SurveyView } from '../wire'
import { DivergingPlot } from './DivergingPlot'

/** Every question of all who answered, and one question by sector. */
export function Plots({ view, file }: { view: SurveyView; file: string }) {
  const { t } = useText()
  const [asked, setAsked] = useState('')
  const chosen = view.questions.find(({ id }) => id === asked) ?? view.questions.find(({ overall }) => overall)
  const questions = useMemo(() => view.questions.map((question) => ({ name: questionName(question, t), group: question.all })), [view, t])
  const sectors = useMemo(
    () => (chosen ? [{ name: t('survey.all'), group: chosen.all }, ...chosen.sectors.map((group) => ({ name: group.hidden ? `${group.name} (${t('survey.hidden')})` : group.name, group }))] : []),
    [chosen, t],
  )
  return (
    <>
      <DivergingPlot
        view={view}
        lines={questions}
        title={t('survey.plot')}
        label={t('survey.plotLabel', { count: questions.length })}
        about={t('survey.plotAbout')}
        file={file}
      />
      {chosen && view.sectors.length > 0 ? (
        <>
          <DivergingPlot
            view={view}
            lines={sectors}
            title={t('survey.plotSectors', { question: chosen.title })}
            label={t('survey.plotSectors', { question: chosen.title })}
            file={`${file}-${chosen.id}`}
          />
          {view.questions.length > 1 ? (
            <div className="survey screen-only"><Field label={t('survey.choose')}>
              {(control) => (
                <select {...control} className="form-select" value={chosen.id} onChange={(event) => setAsked(event.target.value)}>
                  {view.questions.map((question) => (
                    <option key={question.id} value={question.id}>
                      {questionName(question, t)}
                    </option>
                  ))}
                </select>
              )}
            </Field></div>
          ) : null}
        </>
      ) : null}
    </>
  )
}
