import { defineConfig } from 'vite'

/** The preload as one CommonJS file: a sandboxed preload cannot be an ES module. */
export default defineConfig({
  build: {
    outDir: 'out/main',
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    lib: { entry: 'main/hosts/electron/preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
    rollupOptions: { external: ['electron'] },
  },
})
