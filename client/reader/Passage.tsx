import { memo, useEffect, useRef, useState } from 'react'
import { guessHeight, type Piece } from './passages.ts'
import { SheetBlock, type SheetBlockProps } from './SheetBlock.tsx'
import { whenNear } from './when-near.ts'

interface PassageProps extends Pick<SheetBlockProps, 'text' | 'currentId' | 'tabStop' | 'waitingIds' | 'measure' | 'onNote' | 'onFinding' | 'claimsOfNote'> {
  pieces: readonly Piece[]
  /** Draws bare words until it comes near: an article of thousands of claims opens and moves as a short one. The words can be found, chosen and read meanwhile. */
  lazy: boolean
  onUnfold: (blocks: readonly number[]) => void
}

/** A run of the article's blocks, drawn again only when something in it changed, and skipped by the browser while it is out of sight. */
export const Passage = memo(function Passage({ pieces, lazy, onUnfold, ...shared }: PassageProps) {
  const root = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => (root.current ? whenNear(root.current, () => setNear(true)) : undefined), [])
  const { text, currentId, tabStop } = shared
  const bare = lazy && !near && currentId === null && tabStop === null
  return (
    <div ref={root} className="passage" style={{ containIntrinsicBlockSize: `auto ${guessHeight(pieces)}px` }}>
      {pieces.map((piece) => {
        if (piece.kind === 'furniture') return <details key={piece.index} className="furniture"><summary><span className="sr">Set aside: </span>{text.slice(piece.block.span.start, piece.block.span.end)}</summary></details>
        if (piece.kind === 'fold')
          return (
            <button key={`fold ${piece.index}`} type="button" className="fold" onClick={() => onUnfold(piece.blocks)}>
              <span>{piece.blocks.length} {piece.blocks.length === 1 ? 'paragraph' : 'paragraphs'}, {piece.claims} {piece.claims === 1 ? 'claim' : 'claims'}, all settled</span>
            </button>
          )
        const has = (id: string | null): boolean => id !== null && piece.claims.some((claim) => claim.id === id)
        return (
          <SheetBlock
            key={piece.index} {...shared} index={piece.index} block={piece.block} claims={piece.claims} notes={piece.notes} findings={piece.findings} open={piece.open}
            currentId={has(currentId) ? currentId : null} tabStop={has(tabStop) ? tabStop : null} near={near} bare={bare}
          />
        )
      })}
    </div>
  )
})
