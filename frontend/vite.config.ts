import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { shell } from './scripts/shell.mjs'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

// While developing, the pages ask this server for data and login.
const backend = process.env.BACKEND ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [react(), shell()],
  resolve: {
    alias: { '@': path('./src'), '@dkfds': path('./node_modules/dkfds/src') },
  },
  css: {
    preprocessorOptions: {
      scss: { loadPaths: [path('./node_modules/dkfds/src/stylesheets')], quietDeps: true },
    },
  },
  build: {
    // The content security policy allows files of our own and nothing inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': backend, '/auth': backend, '/dev': backend },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}', 'worker/**/*.test.ts'],
    setupFiles: ['src/shared/testing/setup.ts'],
    css: false,
  },
})
