/** Says where the words are when a graph came without them, and how to bring them in. */
import { Button } from 'react-aria-components/Button'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import type { GraphEdge } from '../../src/schema.ts'
import { useShown } from '../data/context.ts'
import { wordsOf } from '../model/transcript.ts'

export function OpenTranscript() {
  const { open } = useShown()
  return (
    <FileTrigger
      allowsMultiple
      acceptedFileTypes={['.txt', '.md', '.vtt', '.srt', '.html', '.json']}
      onSelect={(list) => open(list ? [...list] : [])}
    >
      <Button className="primary">Open a transcript file</Button>
    </FileTrigger>
  )
}

export function MissingWords({ edges }: { edges: readonly GraphEdge[] }) {
  const { model, transcripts } = useShown()
  const lacking = new Set(
    edges.flatMap((e) =>
      e.attributes.evidence.filter((v) => wordsOf(v, transcripts) === null).map((v) => v.episode),
    ),
  )
  const files = model.file.attributes.episodes.filter((e) => lacking.has(e.id)).map((e) => e.file)
  if (files.length === 0) return null
  return (
    <div className="card hint">
      <p>
        This graph says where the words are, not the words. To read them, open{' '}
        {files.slice(0, 3).map((f, i) => (
          <span key={f}>
            {i > 0 && ', '}
            <code>{f}</code>
          </span>
        ))}
        {files.length > 3 && ` or ${files.length - 3} others`}. The file stays in this browser.
      </p>
      <OpenTranscript />
    </div>
  )
}
