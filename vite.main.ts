import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'
import about from './package.json' with { type: 'json' }

/** The Electron main process as one ES module; packages stay outside the bundle. */
export default defineConfig({
  build: {
    outDir: 'out/main',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    lib: { entry: 'main/index.ts', formats: ['es'], fileName: 'index' },
    rollupOptions: {
      external: [
        'electron',
        ...builtinModules,
        ...builtinModules.map(name => `node:${name}`),
        ...Object.keys(about.dependencies).map(name => new RegExp(`^${name}(/.*)?$`)),
      ],
    },
  },
})
