-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Article" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "lastActor" TEXT,
    "events" INTEGER NOT NULL DEFAULT 0,
    "headHash" TEXT
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "articleId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "url" TEXT,
    "importedAt" DATETIME NOT NULL,
    "importedBy" TEXT NOT NULL,
    "words" INTEGER NOT NULL,
    "language" TEXT,
    "text" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,
    "marks" JSONB NOT NULL,
    "segments" JSONB NOT NULL,
    "citations" JSONB NOT NULL,
    "orphans" JSONB NOT NULL,
    "facts" JSONB NOT NULL,
    "warnings" JSONB NOT NULL,
    CONSTRAINT "Draft_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "articleId" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "statementBy" TEXT,
    "needsContext" BOOLEAN NOT NULL,
    "kinds" JSONB NOT NULL,
    "layer" TEXT NOT NULL,
    "quotationId" TEXT,
    "speaker" JSONB,
    "score" REAL NOT NULL,
    "reasons" JSONB NOT NULL,
    "origin" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'to-check',
    "reason" TEXT,
    "statusBy" TEXT,
    "statusAt" DATETIME,
    "waitingOn" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "deletedAt" DATETIME,
    CONSTRAINT "Claim_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Claim_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Claim_quotationId_fkey" FOREIGN KEY ("quotationId") REFERENCES "Claim" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "articleId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "csl" JSONB NOT NULL,
    CONSTRAINT "Source_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Note" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "articleId" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "malformed" TEXT,
    "ibidOf" TEXT,
    "pinpoint" TEXT,
    "marks" JSONB NOT NULL,
    "definition" JSONB,
    "sourceId" TEXT,
    CONSTRAINT "Note_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Note_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Note_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClaimNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "noteId" TEXT NOT NULL,
    "result" TEXT NOT NULL DEFAULT 'not-checked',
    "resultBy" TEXT,
    "resultAt" DATETIME,
    "deletedAt" DATETIME,
    CONSTRAINT "ClaimNote_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ClaimNote_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "articleId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "stance" TEXT NOT NULL,
    "quote" TEXT,
    "locator" TEXT,
    "note" TEXT NOT NULL,
    "url" TEXT,
    "snapshotId" TEXT,
    "table" JSONB,
    "reference" TEXT,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "deletedAt" DATETIME,
    CONSTRAINT "Evidence_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Evidence_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Evidence_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "state" TEXT NOT NULL,
    "sha256" TEXT,
    "url" TEXT,
    "finalUrl" TEXT,
    "fileName" TEXT,
    "fetchedAt" DATETIME NOT NULL,
    "mediaType" TEXT,
    "bytes" INTEGER,
    "title" TEXT,
    "text" TEXT,
    "error" JSONB
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "articleId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "parentId" TEXT,
    "text" TEXT NOT NULL,
    "internal" BOOLEAN NOT NULL DEFAULT false,
    "author" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "editedAt" DATETIME,
    "deletedAt" DATETIME,
    CONSTRAINT "Comment_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Comment_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Comment_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Comment" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "articleId" TEXT NOT NULL,
    "checkId" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "todo" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "related" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "reason" TEXT,
    "decidedBy" TEXT,
    "decidedAt" DATETIME,
    CONSTRAINT "Finding_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FindingSpan" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "findingId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    CONSTRAINT "FindingSpan_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CheckRun" (
    "articleId" TEXT NOT NULL,
    "checkId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "count" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("articleId", "checkId"),
    CONSTRAINT "CheckRun_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReviewEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "articleId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "claimId" TEXT,
    "before" JSONB,
    "after" JSONB,
    "undoes" TEXT,
    "hash" TEXT NOT NULL,
    "previousHash" TEXT,
    CONSTRAINT "ReviewEvent_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReferenceTable" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "sourceUrl" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "retrieved" TEXT NOT NULL,
    "sha256" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "ReferenceRow" (
    "tableId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "placeName" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "value" REAL NOT NULL,

    PRIMARY KEY ("tableId", "place", "year"),
    CONSTRAINT "ReferenceRow_tableId_fkey" FOREIGN KEY ("tableId") REFERENCES "ReferenceTable" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Article_updatedAt_idx" ON "Article"("updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_articleId_number_key" ON "Draft"("articleId", "number");

-- CreateIndex
CREATE INDEX "Claim_articleId_deletedAt_start_end_idx" ON "Claim"("articleId", "deletedAt", "start", "end");

-- CreateIndex
CREATE INDEX "Claim_articleId_status_idx" ON "Claim"("articleId", "status");

-- CreateIndex
CREATE INDEX "Claim_draftId_idx" ON "Claim"("draftId");

-- CreateIndex
CREATE INDEX "Claim_quotationId_idx" ON "Claim"("quotationId");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_articleId_number_key" ON "Claim"("articleId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Source_articleId_key_key" ON "Source"("articleId", "key");

-- CreateIndex
CREATE INDEX "Note_articleId_idx" ON "Note"("articleId");

-- CreateIndex
CREATE INDEX "Note_sourceId_idx" ON "Note"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Note_draftId_position_key" ON "Note"("draftId", "position");

-- CreateIndex
CREATE INDEX "ClaimNote_noteId_idx" ON "ClaimNote"("noteId");

-- CreateIndex
CREATE UNIQUE INDEX "ClaimNote_claimId_noteId_key" ON "ClaimNote"("claimId", "noteId");

-- CreateIndex
CREATE INDEX "Evidence_claimId_deletedAt_idx" ON "Evidence"("claimId", "deletedAt");

-- CreateIndex
CREATE INDEX "Evidence_articleId_idx" ON "Evidence"("articleId");

-- CreateIndex
CREATE INDEX "Evidence_snapshotId_idx" ON "Evidence"("snapshotId");

-- CreateIndex
CREATE INDEX "Snapshot_sha256_idx" ON "Snapshot"("sha256");

-- CreateIndex
CREATE INDEX "Snapshot_state_idx" ON "Snapshot"("state");

-- CreateIndex
CREATE INDEX "Comment_claimId_createdAt_idx" ON "Comment"("claimId", "createdAt");

-- CreateIndex
CREATE INDEX "Comment_articleId_idx" ON "Comment"("articleId");

-- CreateIndex
CREATE INDEX "Comment_parentId_idx" ON "Comment"("parentId");

-- CreateIndex
CREATE INDEX "Finding_articleId_state_idx" ON "Finding"("articleId", "state");

-- CreateIndex
CREATE INDEX "Finding_checkId_idx" ON "Finding"("checkId");

-- CreateIndex
CREATE UNIQUE INDEX "Finding_articleId_fingerprint_key" ON "Finding"("articleId", "fingerprint");

-- CreateIndex
CREATE INDEX "FindingSpan_articleId_start_end_idx" ON "FindingSpan"("articleId", "start", "end");

-- CreateIndex
CREATE INDEX "FindingSpan_findingId_idx" ON "FindingSpan"("findingId");

-- CreateIndex
CREATE INDEX "ReviewEvent_act_idx" ON "ReviewEvent"("act");

-- CreateIndex
CREATE INDEX "ReviewEvent_claimId_sequence_idx" ON "ReviewEvent"("claimId", "sequence");

-- CreateIndex
CREATE INDEX "ReviewEvent_articleId_actor_sequence_idx" ON "ReviewEvent"("articleId", "actor", "sequence");

-- CreateIndex
CREATE INDEX "ReviewEvent_undoes_idx" ON "ReviewEvent"("undoes");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewEvent_articleId_sequence_key" ON "ReviewEvent"("articleId", "sequence");
