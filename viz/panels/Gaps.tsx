/** The way from one sentence that names something and made no claim to the next, so that gaps are seen. */
import { Button } from 'react-aria-components/Button'
import { Switch } from 'react-aria-components/Switch'
import { neighbours, type SentenceView } from '../model/sentences.ts'
import { count, thousands } from '../model/words.ts'
import { useStore, useView } from '../state/store.ts'
import { openPlace, type Place } from '../state/view.ts'
import { Icon } from '../ui/icons.tsx'

export function Gaps({ silent, place }: { silent: readonly SentenceView[]; place: Place }) {
  const store = useStore()
  const { gaps } = useView()
  const { now, before, after } = neighbours(silent, place)
  const to = (index: number | undefined): void => {
    const sentence = index === undefined ? undefined : silent[index]
    if (!sentence) return
    const { turn, start, end } = sentence
    store.go(openPlace({ episode: place.episode, turn, start, end }))
  }
  const step = (words: string, index: number | undefined, icon: 'up' | 'down') => (
    <Button
      className="square small"
      aria-label={words}
      isDisabled={index === undefined}
      onPress={() => to(index)}
    >
      <Icon name={icon} />
    </Button>
  )
  return (
    <div className="gaps">
      <Switch className="toggle" isSelected={gaps} onChange={(on) => store.go({ gaps: on })}>
        <span className="track" aria-hidden="true" />
        <span className="check-words">Show what made no claim</span>
        {!gaps && <span className="check-count">{thousands(silent.length)}</span>}
      </Switch>
      {gaps && (
        <div className="gaps-steps">
          <p role="status">
            {now < 0
              ? `${count(silent.length, 'sentence')} that name things`
              : `${thousands(now + 1)} of ${count(silent.length, 'sentence')}`}
          </p>
          {step('Previous without a claim', before, 'up')}
          {step('Next without a claim', after, 'down')}
        </div>
      )}
    </div>
  )
}
