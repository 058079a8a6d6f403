import './zod-without-eval.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { queryClient } from './client.ts'
import { LangProvider } from './i18n/lang.tsx'
import './styles/main.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <QueryClientProvider client={queryClient}>
    <LangProvider>
      <App />
    </LangProvider>
  </QueryClientProvider>,
)
