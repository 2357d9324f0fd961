import { useMutation, useQueryClient } from '@tanstack/react-query'
import { articles, type ArticleSummary } from '#shared/api/articles.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { counted } from '../../components/time.ts'
import { Trouble } from '../../components/Trouble.tsx'
import { call } from '../../connection/http.ts'

/** Asks clearly, then deletes for good. */
export function DeleteDialog({ article, onClose, onDeleted }: { article: ArticleSummary; onClose: () => void; onDeleted: () => void }) {
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => call(articles.remove, { params: { articleId: article.id } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['articles'] })
      onDeleted()
    },
  })
  return (
    <Dialog
      title="Delete this article?"
      onClose={onClose}
      foot={
        <>
          <button type="button" className="act" data-first-focus onClick={onClose}>Keep it</button>
          <button type="button" className="act danger" disabled={remove.isPending} onClick={() => remove.mutate()}>Delete for good</button>
          <span role="status" className="quiet small">{remove.isPending && 'Deleting …'}</span>
        </>
      }
    >
      <p className="delete-title">{article.title}</p>
      <p>Its text, {counted(article.claims, 'claim')}, verdicts, evidence, reviewer notes and history go for good. This cannot be undone.</p>
      <p className="quiet">A report downloaded before stays with whoever has it.</p>
      {remove.isError && <Trouble title="Not deleted." error={remove.error} />}
    </Dialog>
  )
}
