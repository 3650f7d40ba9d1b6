-- What somebody has read, and when, is asked on every home page: the index answers it, and their rows, strewn over the table,
-- need not be visited.

-- DropIndex
DROP INDEX "progress_enrolment_id_read_at_idx";

-- CreateIndex
CREATE INDEX "progress_enrolment_id_read_at_passage_id_idx" ON "progress"("enrolment_id", "read_at", "passage_id");
