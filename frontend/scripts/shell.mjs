// Writes the worker that opens the app without network: which files it keeps, and a
// version that is another for each build.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// What is there without network: the frame, the page of a round, both languages.
const pages = ['index.html', 'src/features/spotcheck/components/RoundPage.tsx', 'src/catalogue/da.json', 'src/catalogue/en.json']

function filesOf(manifest, name, seen = new Set(), chunks = new Set()) {
  const chunk = manifest[name]
  if (chunk === undefined) throw new Error(`the build has no ${name}`)
  if (chunks.has(name)) return seen
  chunks.add(name)
  for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) seen.add(`/${file}`)
  for (const other of chunk.imports ?? []) filesOf(manifest, other, seen, chunks)
  return seen
}

/** The worker's whole text, of a build and the code that is the same for all. */
export function workerOf(manifest, index, code) {
  const files = [...new Set([...pages.flatMap((name) => [...filesOf(manifest, name)]), '/mark.svg'])].sort()
  const version = createHash('sha256').update(JSON.stringify(files)).update(index).update(code).digest('hex').slice(0, 16)
  return `const shell = ${JSON.stringify({ version, files })}\n${code}`
}

export function shell() {
  return {
    name: 'shell',
    apply: 'build',
    writeBundle({ dir }) {
      const read = (file) => readFileSync(file, 'utf8')
      const code = read(new URL('../worker/worker.js', import.meta.url))
      writeFileSync(join(dir, 'worker.js'), workerOf(JSON.parse(read(join(dir, '.vite/manifest.json'))), read(join(dir, 'index.html')), code))
    },
  }
}
