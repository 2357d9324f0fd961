-- CreateTable
CREATE TABLE "NoteWork" (
    "noteId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "sourceId" TEXT,
    "pinpoint" TEXT,

    PRIMARY KEY ("noteId", "position"),
    CONSTRAINT "NoteWork_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "NoteWork_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- The work that each note names so far is its first.
INSERT INTO "NoteWork" ("noteId", "position", "sourceId", "pinpoint") SELECT "id", 0, "sourceId", "pinpoint" FROM "Note" WHERE "sourceId" IS NOT NULL OR "pinpoint" IS NOT NULL;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Note" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "articleId" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "malformed" TEXT,
    "ibidOf" TEXT,
    "marks" JSONB NOT NULL,
    "definition" JSONB,
    CONSTRAINT "Note_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Note_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Note" ("articleId", "definition", "draftId", "ibidOf", "id", "label", "malformed", "marks", "position", "text") SELECT "articleId", "definition", "draftId", "ibidOf", "id", "label", "malformed", "marks", "position", "text" FROM "Note";
DROP TABLE "Note";
ALTER TABLE "new_Note" RENAME TO "Note";
CREATE INDEX "Note_articleId_idx" ON "Note"("articleId");
CREATE UNIQUE INDEX "Note_draftId_position_key" ON "Note"("draftId", "position");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "NoteWork_sourceId_idx" ON "NoteWork"("sourceId");
