import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { createBrowserRouter, Outlet, RouterProvider, useLocation, useMatch, useNavigate } from 'react-router'
import { keyMap } from '../components/key-map.ts'
import { useKeys, type Bindings } from '../components/keys.ts'
import { Waiting } from '../components/Waiting.tsx'
import { ServerGone } from '../connection/http.ts'
import { isServerGone, watchServer } from '../connection/server-state.ts'
import ArticlesPage from '../pages/articles/ArticlesPage.tsx'
import { Broken, BrokenRoute } from './Broken.tsx'
import { GoneBar } from './GoneBar.tsx'
import { KeyMapDialog } from './KeyMapDialog.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import { SequenceFoot } from './SequenceFoot.tsx'

const DeskPage = lazy(() => import('../pages/desk/DeskPage.tsx'))
const ReportPage = lazy(() => import('../pages/report/ReportPage.tsx'))
const ChecksPage = lazy(() => import('../pages/checks/ChecksPage.tsx'))
const CheckPage = lazy(() => import('../pages/checks/CheckPage.tsx'))
const SettingsPage = lazy(() => import('../pages/settings/SettingsPage.tsx'))
const NotFoundPage = lazy(() => import('../pages/not-found/NotFoundPage.tsx'))

/** Times a read is tried again when nobody answers; refusals are answers and are not asked twice. */
const READ_RETRIES = 2
const queries = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', staleTime: 5_000, retry: (failures, error) => error instanceof ServerGone && failures < READ_RETRIES },
    mutations: { networkMode: 'always' },
  },
})

/** What stands around every place: server-gone bar, keys that work anywhere, the dialogs that may open anywhere. */
function Frame() {
  const navigate = useNavigate()
  const articleId = useMatch('/articles/:articleId/*')?.params.articleId
  const place = useLocation().pathname
  const keyMapOpen = useSyncExternalStore(keyMap.watch, keyMap.isOpen)
  const client = useQueryClient()
  useEffect(() => watchServer(() => {
    if (!isServerGone()) void client.invalidateQueries()
  }), [client])
  const anywhere: Bindings = { '?': () => keyMap.show(true), 'g a': () => navigate('/'), 'g c': () => navigate('/checks'), 'g ,': () => navigate('/settings') }
  const onArticle: Bindings = articleId === undefined ? {} : { 'g d': () => navigate(`/articles/${articleId}`), 'g r': () => navigate(`/articles/${articleId}/report`) }
  useKeys({ ...anywhere, ...onArticle })
  return (
    <div className="app">
      <GoneBar />
      <div className="place">
        <Suspense key={place} fallback={<Waiting>Opening …</Waiting>}>
          <Outlet />
        </Suspense>
      </div>
      {keyMapOpen && <KeyMapDialog onClose={() => keyMap.show(false)} />}
      <PersonDialog />
      <SequenceFoot articleOpen={articleId !== undefined} />
    </div>
  )
}

const router = createBrowserRouter([
  {
    element: <Frame />,
    errorElement: <BrokenRoute />,
    children: [
      {
        errorElement: <BrokenRoute />,
        children: [
          { path: '/', element: <ArticlesPage /> },
          { path: '/articles/:articleId', element: <DeskPage /> },
          { path: '/articles/:articleId/report', element: <ReportPage /> },
          { path: '/checks', element: <ChecksPage /> },
          { path: '/checks/:checkId', element: <CheckPage /> },
          { path: '/settings', element: <SettingsPage /> },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
])

export function App() {
  return (
    <Broken>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Broken>
  )
}
