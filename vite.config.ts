import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import optimizeLocales from '@react-aria/optimize-locales-plugin'

export default defineConfig({
  root: 'src/web',
  plugins: [react(), { ...optimizeLocales.vite({ locales: ['zh-CN', 'en-US'] }), enforce: 'pre' }],
  build: { manifest: true, outDir: '../../dist/web', emptyOutDir: true, target: 'es2022' },
  server: { proxy: { '/api': 'http://127.0.0.1:8713' } },
})
