/**
 * Components that come later. React's `lazy` shows what stands in for a component even when its script is there,
 * and, having shown it, waits a third of a second before it shows what has come. What was fetched before is
 * therefore drawn by itself.
 */
import { type ComponentType, lazy, useState } from 'react'

export type Later<Props> = ComponentType<Props> & {
  /** Fetches the script, so that the component is there when it is wanted. Whether that works out is seen then. */
  fetch(): void
}

/** @param load fetches the script; it is asked again after it failed */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  let there: ComponentType<Props> | null = null
  const get = async (): Promise<{ default: ComponentType<Props> }> => {
    there ??= await load()
    return { default: there }
  }
  const Coming = lazy(get) as unknown as ComponentType<Props>
  // What is shown stays what it is: another component in its place would begin anew.
  const Shown = (props: Props) => {
    const [{ Component }] = useState(() => ({ Component: there ?? Coming }))
    return <Component {...props} />
  }
  return Object.assign(Shown, { fetch: () => void get().catch(() => undefined) })
}
