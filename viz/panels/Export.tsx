/** Taking away what is seen: a link, a file for another tool, a picture. */
import { lazy, Suspense, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { DataContext, type Shown } from '../data/context.ts'
import type { Data } from '../data/useData.ts'
import type { Visible } from '../model/filter.ts'
import { Icon } from '../ui/icons.tsx'

const ExportChoices = lazy(() => import('./ExportChoices.tsx'))

/** @param of what is on the screen now; null before there is anything */
export function Export({ of, data }: { of: { shown: Visible; context: Shown } | null; data: Data }) {
  const [open, setOpen] = useState(false)
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className="square" aria-label="Export" isDisabled={!of}>
        <Icon name="download" />
      </Button>
      <Popover className="popover" offset={6} placement="bottom end">
        <Dialog aria-label="Export">
          {of && (
            <DataContext value={of.context}>
              <Suspense fallback={<p className="nothing">Loading…</p>}>
                <ExportChoices data={data} shown={of.shown} close={() => setOpen(false)} />
              </Suspense>
            </DataContext>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
