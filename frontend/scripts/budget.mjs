// Fails the build when the first load grows past the budget.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const limit = 200_000
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))

function filesOf(name, seen = new Set()) {
  const chunk = manifest[name]
  if (chunk === undefined || seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const other of chunk.imports ?? []) filesOf(other, seen)
  return seen
}

// The shell, the overview and one catalogue are what a first visit fetches.
const first = ['index.html', 'src/features/overview/components/OverviewPage.tsx', 'src/catalogue/da.json']
const files = new Set(first.flatMap((name) => [...filesOf(name)]))
const size = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`)).length, 0)
console.log(`first load: ${(size / 1000).toFixed(1)} kB of JavaScript compressed, limit ${limit / 1000} kB`)
if (size > limit) process.exit(1)
