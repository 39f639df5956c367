import { readFileSync } from 'node:fs'
import { createExtractor } from '../extract/index.ts'
import { loadRegistry } from '../cli/registries.ts'
import { buildScenes } from '../extract/claims/scene.ts'
import { readClauses } from '../extract/claims/frames.ts'
import { HEADS } from '../extract/claims/steps.ts'
import { topicsOf } from '../extract/claims/reference.ts'
import { io } from './golds.ts'
export async function main(a: readonly string[]) {
  const ex = createExtractor(await loadRegistry(io))
  for (const item of a) {
    const [n, turns] = item.split(':'); const [from, to] = (turns ?? '0').split('-').map(Number)
    const f = `/work/shared/corpus/gotime/${n}.md`
    let talk: any
    ex({ name: `${n}.md`, text: readFileSync(f, 'utf8') }, (e: any) => { if (e.kind === 'talk') talk = e })
    const scenes = buildScenes(talk.conversation, talk.mentions); const topics = topicsOf(scenes)
    console.log('subjects', JSON.stringify(talk.subjects.map((s: any) => ({ project: s.project, company: s.company, steady: s.steady, intro: s.introductions.map((i: any) => i.person + '>' + i.subject) }))))
    for (const s of scenes) if (s.turn.index >= from! && s.turn.index <= (to ?? from!)) {
      console.log(`[${s.turn.index}] ${s.speaker} topic=${topics[s.index]} | ${s.skeleton}  {${s.slots.map((m, i) => i + ':' + m.entity).join(' ')}}`)
      if (process.env.C) for (const c of readClauses(s.skeleton, HEADS)) console.log('      ', c.head, [c.denied && 'denied', c.planned && 'planned', c.able && 'able', c.past && 'past'].filter(Boolean).join(','), [...c.parts].map(([r, p]) => `${r}=${p.slots.length ? p.slots.map(x => '#' + x).join('+') + (p.tail ? '~' + p.tail : '') : (p.pronoun ?? [p.determiner, p.noun].filter(Boolean).join('_'))}`).join(' '))
    }
  }
}
