import '../styles/fonts.css'
import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/statuses.css'
import '../styles/controls.css'
import '../styles/bar.css'
import '../styles/places.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { applyTheme } from '../components/preferences.ts'
import { App } from './App.tsx'

applyTheme()
const root = document.getElementById('root')
if (!root) throw new Error('The page has no place for the desk')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
