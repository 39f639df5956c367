/** A button that copies an address which shows one thing, whatever else the reader has open. */
import { Button } from 'react-aria-components/Button'
import { useShown } from '../data/context.ts'
import { copyLink } from '../data/copy.ts'
import { permalink } from '../state/permalink.ts'
import { useStore } from '../state/store.ts'
import type { ViewState } from '../state/view.ts'
import { Icon } from './icons.tsx'

/**
 * @param what "this quote": what the link leads to, read out and said when it is copied
 * @param large in the head of a panel
 */
export function CopyLink({ what, to, large }: { what: string; to: Partial<ViewState>; large?: boolean }) {
  const { name, say } = useShown()
  const store = useStore()
  return (
    <Button
      className={large ? 'square' : 'square small copy'}
      aria-label={`Copy link to ${what}`}
      onPress={async () => say(await copyLink(permalink(store.get(), to), what, [name]))}
    >
      <Icon name="link" size={large ? 18 : 16} />
    </Button>
  )
}
