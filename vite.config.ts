import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The renderer: one page, no inline script or style, so that the content security policy holds. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
})
