-- What stages come to stands above each list: read from the index alone, in the order of its groups.
CREATE INDEX deal_sums ON deal (workspace_id, stage_id, currency) INCLUDE (amount, owner_id) WHERE deleted_at IS NULL;
