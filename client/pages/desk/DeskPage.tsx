import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useParams } from 'react-router'
import { api } from '#shared/api/index.ts'
import { Waiting } from '../../components/Waiting.tsx'
import { call, Refusal } from '../../connection/http.ts'
import { DeskFrame } from './DeskFrame.tsx'
import { DeskProvider } from './DeskProvider.tsx'
import './desk.css'

/** One article on the desk: its text as soon as it is there, then its claims. */
export default function DeskPage() {
  const { articleId = '' } = useParams()
  const article = useQuery({ queryKey: ['article', articleId], queryFn: ({ signal }) => call(api.articles.get, { params: { articleId }, signal }), staleTime: 60_000 })
  const claims = useQuery({ queryKey: ['claims', articleId], queryFn: ({ signal }) => call(api.articles.claims, { params: { articleId }, signal }), refetchOnWindowFocus: true })
  const findings = useQuery({ queryKey: ['findings', articleId], queryFn: ({ signal }) => call(api.articles.findings, { params: { articleId }, signal }) })
  useEffect(() => {
    document.title = `${article.data?.title ?? 'Desk'} · Stet`
  }, [article.data?.title])
  if (article.data) {
    return (
      <DeskProvider key={articleId} article={article.data} loaded={claims.data} loading={claims.isPending} findings={findings.data}>
        <DeskFrame />
      </DeskProvider>
    )
  }
  if (article.error) {
    return (
      <div className="wrap">
        <div className="trouble" role="alert">
          <h1>{article.error instanceof Refusal ? article.error.problem.detail : 'Stet’s server does not answer. The article is shown when it is back.'}</h1>
          <p className="row2"><button type="button" className="act" onClick={() => void article.refetch()}>Try again</button><Link to="/">To the articles</Link></p>
        </div>
      </div>
    )
  }
  return <Waiting>Opening the article …</Waiting>
}
